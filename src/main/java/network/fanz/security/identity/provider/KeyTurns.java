package network.fanz.security.identity.provider;

import java.time.Duration;

/**
 * How signing keys take turns.
 *
 * @param period how long one key signs
 * @param ahead how long before its turn a key is published, so that every node and every client has seen it by then
 * @param kept how long after its turn it stays published: longer than any token that it signed is good
 */
public record KeyTurns(Duration period, Duration ahead, Duration kept) {
    /** Nodes look for new keys this often. */
    static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** An identity token is good for half an hour; twice that leaves room for clocks that do not agree. */
    private static final Duration KEPT_MIN = Duration.ofHours(1);

    private static final Duration AHEAD_MIN = LOOK_EVERY.multipliedBy(10);

    public KeyTurns {
        if (ahead.compareTo(AHEAD_MIN) < 0 || period.compareTo(ahead) <= 0) {
            throw new IllegalArgumentException(
                    "fanz.identity.signing-key-ahead is ten minutes at least, and shorter than signing-key-period");
        }
        if (kept.compareTo(KEPT_MIN) < 0) {
            throw new IllegalArgumentException("fanz.identity.signing-key-kept is an hour at least");
        }
    }
}
