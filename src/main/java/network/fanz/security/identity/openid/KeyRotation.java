package network.fanz.security.identity.openid;

import java.time.Duration;

/**
 * How signing keys take turns.
 *
 * @param period how long one key signs
 * @param publishedBefore how long before its turn a key is published, so that every node and every client has seen it by then
 * @param publishedAfter how long after its turn it stays published: longer than any token that it signed is good
 */
public record KeyRotation(Duration period, Duration publishedBefore, Duration publishedAfter) {
    /** Nodes look for new keys this often. */
    static final Duration REFRESH_EVERY = Duration.ofMinutes(1);

    /** An identity token is good for half an hour; twice that leaves room for clocks that do not agree. */
    private static final Duration KEPT_MIN = Duration.ofHours(1);

    private static final Duration AHEAD_MIN = REFRESH_EVERY.multipliedBy(10);

    public KeyRotation {
        if (publishedBefore.compareTo(AHEAD_MIN) < 0 || period.compareTo(publishedBefore) <= 0) {
            throw new IllegalArgumentException(
                    "fanz.identity.signing-key-ahead is ten minutes at least, and shorter than signing-key-period");
        }
        if (publishedAfter.compareTo(KEPT_MIN) < 0) {
            throw new IllegalArgumentException("fanz.identity.signing-key-kept is an hour at least");
        }
    }
}
