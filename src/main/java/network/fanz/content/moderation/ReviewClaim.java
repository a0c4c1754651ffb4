package network.fanz.content.moderation;

import java.time.Instant;
import network.fanz.common.AccountId;

/** Who has something in hand, and until when it is kept for them. */
public record ReviewClaim(AccountId by, Instant until) {}
