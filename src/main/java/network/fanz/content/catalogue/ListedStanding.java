package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;

/** A release that is published at this moment, by a creator who is active, without its words. */
public record ListedStanding(
        UUID release, UUID work, AccountId creator, boolean film, WorkAudience audience, Instant publishedAt) {}
