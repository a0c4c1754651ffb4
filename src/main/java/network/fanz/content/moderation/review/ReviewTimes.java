package network.fanz.content.moderation.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import network.fanz.common.Steady;
import network.fanz.content.moderation.ModerationSettings;
import network.fanz.content.moderation.ReviewClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long something is kept for whoever has it in hand, and when a decision takes effect. */
@Component
class ReviewTimes {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final ModerationSettings settings;
    private final Clock clock;

    ReviewTimes(ModerationSettings settings, @Steady Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** PostgreSQL keeps microseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Instant claimedUntil(Instant now) {
        return now.plus(settings.claimFor());
    }

    /** No claim that was made by now lasts longer: a later end was written before the clock jumped back. */
    Instant latestClaim(Instant now) {
        return claimedUntil(now).plus(CLOCKS_DIFFER_MAX);
    }

    Instant effectiveFrom(Instant now) {
        return now.plus(settings.undoFor());
    }

    /** No decision that was made by now takes effect later. */
    Instant latestEffect(Instant now) {
        return effectiveFrom(now).plus(CLOCKS_DIFFER_MAX);
    }

    boolean isInForce(@Nullable ReviewClaim claim, Instant now) {
        return claim != null && claim.until().isAfter(now) && !claim.until().isAfter(latestClaim(now));
    }
}
