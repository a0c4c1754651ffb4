package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * A pass that ended because its payment was given back.
 *
 * @param payment what it was bought with
 * @param endedAt when it was taken back
 */
public record ReturnedPass(UUID payment, AccountId creator, Instant endedAt) {}
