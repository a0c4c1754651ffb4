package network.fanz.content.catalogue;

import java.time.Instant;
import network.fanz.common.AccountId;

/**
 * A fan who has or had a creator's pass.
 *
 * @param until when the last of their passes ends or ended
 * @param active whether they hold one now
 */
public record Supporter(AccountId fan, Instant until, boolean active) {}
