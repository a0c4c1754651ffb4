package network.fanz.security.ratelimit.counting;

import java.time.Instant;
import java.util.List;
import network.fanz.security.ratelimit.LimitDecision;
import org.jspecify.annotations.Nullable;

/**
 * What the limits answered.
 *
 * @param decisions of the limits looked at; if one refused, it is the last
 * @param blockedUntil until when the address is blocked, which may have passed; null if it never was
 */
public record LimitResult(
        List<LimitDecision> decisions, @Nullable Instant blockedUntil) {
    public @Nullable LimitDecision refused() {
        return decisions.isEmpty() || decisions.getLast().allowed() ? null : decisions.getLast();
    }
}
