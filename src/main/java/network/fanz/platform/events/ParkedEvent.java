package network.fanz.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not handle.
 *
 * @param seq its place in the log
 * @param error the cause's class and place in the code; of an exception of this program also its sentence
 * @param attempts how often it has been tried
 * @param behind how many later events of the same key are parked behind it
 * @param retryAt when the program tries again by itself; null once it waits for somebody
 */
public record ParkedEvent(
        String subscription,
        String key,
        long seq,
        String type,
        String error,
        int attempts,
        long behind,
        Instant parkedAt,
        @Nullable Instant retryAt) {}
