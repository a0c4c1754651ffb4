package network.fanz.content.moderation;

import java.time.Instant;
import network.fanz.common.AccountId;

/** Somebody would switch a bank off, and a second person has not done it yet. */
public record SwitchOffAsked(AccountId by, Instant at) {}
