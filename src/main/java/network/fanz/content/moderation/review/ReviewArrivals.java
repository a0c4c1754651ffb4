package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.content.moderation.ReviewReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows releases: what has come to a person is put before one, and what has gone waits no more. An event may be older than what is. */
@Component
class ReviewArrivals {
    private final ReviewIntake intake;
    private final Releases releases;

    ReviewArrivals(ReviewIntake intake, Releases releases) {
        this.intake = intake;
        this.releases = releases;
    }

    void moved(ReleaseMoved moved) {
        ReleaseState now = releases.state(moved.release());
        if (now != ReleaseState.valueOf(moved.state().toUpperCase(Locale.ROOT))) {
            return;
        }
        if (now == ReleaseState.REVIEW) {
            intake.openUndecided(moved.release(), releases.digest(moved.release()), Instant.MIN);
            return;
        }
        Optional<ReviewReason> held = now == ReleaseState.HELD ? held(moved.cause()) : Optional.empty();
        if (held.isPresent()) {
            intake.open(moved.release(), held.get());
        } else if (now != ReleaseState.PUBLISHED
                && !ReleaseCause.GATE_CLOSED.code().equals(moved.cause())) {
            intake.close(moved.release());
        }
    }

    /** Empty where what holds it is nothing for a person, or nothing that this program knows. */
    private static Optional<ReviewReason> held(@Nullable String code) {
        return Arrays.stream(ReleaseCause.values())
                .filter(cause -> cause.code().equals(code))
                .findFirst()
                .flatMap(ReviewReason::ofHeld);
    }
}
