package network.fanz.tools.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import network.fanz.common.DrivenClock;

/** A clock that runs behind the real one, catches up in leaps, and never goes back. */
final class SampleClock extends DrivenClock {
    private final Clock real;
    private volatile Duration behind;

    SampleClock(Clock real, Duration behind) {
        this.real = real;
        this.behind = behind;
    }

    /** Leaps to a time, unless that has passed already; no further than the real time. */
    synchronized void advanceTo(Instant time) {
        Duration left = Duration.between(time, real.instant());
        if (left.compareTo(behind) < 0) {
            behind = left.isNegative() ? Duration.ZERO : left;
        }
    }

    /** From now on it is the real time. */
    void catchUp() {
        advanceTo(real.instant());
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.normalized().equals(getZone().normalized())) {
            return this;
        }
        throw new UnsupportedOperationException("The program counts in UTC");
    }
}
