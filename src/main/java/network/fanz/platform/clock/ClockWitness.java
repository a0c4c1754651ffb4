package network.fanz.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock as long as it runs as evenly as the ticker, which never jumps. After a jump the time goes on from where it was; the
 * clock is followed again when it has come back, or when it is confirmed: it has run evenly since the jump for long enough, and the database's
 * clock agrees with it.
 */
final class ClockWitness extends Clock {
    /** Corrections of this size are everyday, and nothing ends so exactly. */
    static final Duration JUMP_MIN = Duration.ofMinutes(1);

    /** A program that stood still for longer than this cannot tell whether its clock has jumped meanwhile. */
    private static final Duration STOPPED_MAX = Duration.ofDays(30);

    private final Clock machine;
    private final LongSupplier ticker;
    private final Duration trustedAfter;
    private Mark trusted;
    private @Nullable Mark doubted;

    /**
     * @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime}
     * @param seen the last time that a node was sure of; null before the first
     */
    ClockWitness(Clock machine, LongSupplier ticker, Duration trustedAfter, @Nullable Instant seen) {
        this.machine = machine;
        this.ticker = ticker;
        this.trustedAfter = trustedAfter;
        Instant now = machine.instant();
        boolean plausible = seen == null || !now.isBefore(seen.minus(JUMP_MIN)) && now.isBefore(seen.plus(STOPPED_MAX));
        this.trusted = new Mark(plausible || seen == null ? now : seen, ticker.getAsLong());
    }

    @Override
    public synchronized Instant instant() {
        Instant now = machine.instant();
        long tick = ticker.getAsLong();
        if (trusted.agreesWith(now, tick)) {
            doubted = null;
            return now;
        }
        if (doubted == null || !doubted.agreesWith(now, tick)) {
            doubted = new Mark(now, tick);
        }
        return trusted.at(tick);
    }

    /** Takes the new time if it is confirmed by now. Everyday corrections are taken too, so that they never add up to a jump. */
    synchronized void look(Instant database) {
        instant();
        Instant now = machine.instant();
        long tick = ticker.getAsLong();
        Mark mark = doubted == null ? trusted : doubted;
        boolean evenly = tick - mark.tick() >= trustedAfter.toNanos() && mark.agreesWith(now, tick);
        if (evenly && differBy(now, database).compareTo(JUMP_MIN) <= 0) {
            trusted = new Mark(now, tick);
            doubted = null;
        }
    }

    /** How far the machine's clock is ahead of the time that is gone by; negative behind, nothing while it is not in doubt. */
    synchronized Duration jump() {
        Instant steady = instant();
        return doubted == null ? Duration.ZERO : Duration.between(steady, machine.instant());
    }

    static Duration differBy(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The program counts in UTC");
    }

    /** A time, and what the ticker said then. */
    private record Mark(Instant time, long tick) {
        Instant at(long later) {
            return time.plusNanos(later - tick);
        }

        boolean agreesWith(Instant now, long later) {
            return differBy(now, at(later)).compareTo(JUMP_MIN) <= 0;
        }
    }
}
