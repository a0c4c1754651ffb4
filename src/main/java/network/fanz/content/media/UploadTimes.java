package network.fanz.content.media;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import network.fanz.common.Steady;
import org.springframework.stereotype.Component;

/** When what ends. */
@Component
class UploadTimes {
    private final MediaSettings settings;
    private final Clock clock;

    UploadTimes(MediaSettings settings, @Steady Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** PostgreSQL keeps microseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When an unfinished upload is deleted to which nothing comes from now on. */
    Instant expiry(Instant now) {
        return now.plus(settings.unfinishedFor());
    }

    /** What was given up before is shown no more. */
    Instant shownSince(Instant now) {
        return now.minus(settings.goneFor());
    }

    /** When one that is gone is forgotten. */
    Instant forgotten(Instant now) {
        return now.plus(settings.goneFor());
    }
}
