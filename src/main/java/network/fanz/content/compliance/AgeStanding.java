package network.fanz.content.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer stands.
 *
 * @param rule what the place asks where they are
 * @param page the provider's page; null unless one is open to them
 * @param until when the proof is over; null without one
 * @param triesLeft how many more proofs may be begun today
 */
public record AgeStanding(
        AgeState state,
        AgeRule rule,
        @Nullable String page,
        @Nullable Instant until,
        int triesLeft) {}
