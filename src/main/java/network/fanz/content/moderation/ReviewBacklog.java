package network.fanz.content.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for a person.
 *
 * @param longer how many of these have waited since before the time that was asked for
 * @param oldest since when the oldest has waited; null if nothing waits
 */
public record ReviewBacklog(
        long waiting, long longer, @Nullable Instant oldest) {}
