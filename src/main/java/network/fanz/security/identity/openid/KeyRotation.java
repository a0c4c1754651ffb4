package network.fanz.security.identity.openid;

import java.time.Duration;

/**
 * When signing keys replace each other.
 *
 * @param period how long one key signs
 * @param publishedBefore how long a key is published before it signs, so that every node and every client has seen it by then
 * @param publishedAfter how long a key stays published after it has signed: longer than any token of it is valid
 */
public record KeyRotation(Duration period, Duration publishedBefore, Duration publishedAfter) {
    /** How often nodes look for new keys. */
    static final Duration REFRESH_EVERY = Duration.ofMinutes(1);

    /** An identity token is valid for half an hour; twice that tolerates clocks that differ. */
    private static final Duration KEPT_MIN = Duration.ofHours(1);

    private static final Duration AHEAD_MIN = REFRESH_EVERY.multipliedBy(10);

    public KeyRotation {
        if (publishedBefore.compareTo(AHEAD_MIN) < 0 || period.compareTo(publishedBefore) <= 0) {
            throw new IllegalArgumentException(
                    "fanz.identity.signing-key-ahead is ten minutes at least, and shorter than signing-key-period");
        }
        if (publishedAfter.compareTo(KEPT_MIN) < 0) {
            throw new IllegalArgumentException("fanz.identity.signing-key-kept-for is an hour at least");
        }
    }
}
