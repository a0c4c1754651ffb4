package network.fanz.content.audience;

import java.time.Instant;
import java.util.UUID;

/**
 * A work that somebody has watched; it may not be shown any more.
 *
 * @param lastAt when they last did
 * @param seconds where they stopped in a film; 0 at its beginning or its end, and for a picture
 */
public record WatchedWork(UUID work, Instant lastAt, int seconds) {}
