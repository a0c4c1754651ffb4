package network.fanz.content.compliance;

import java.time.Instant;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A move in a check's history.
 *
 * @param by who made it; null for the program, by what the provider said or by the time
 */
public record VerificationMove(
        VerificationState from,
        VerificationState to,
        @Nullable String reason,
        @Nullable AccountId by,
        Instant at) {}
