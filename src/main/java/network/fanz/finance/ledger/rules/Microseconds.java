package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** PostgreSQL stores time in microseconds, so the ledger truncates to them before it hashes. */
public final class Microseconds {
    private Microseconds() {}

    static Instant truncated(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    public static long sinceEpoch(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
