package network.fanz.content.catalogue.releases;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseState;
import org.jspecify.annotations.Nullable;

/**
 * One move of a release.
 *
 * @param cause why it is held or does not come; null otherwise
 * @param by who moved it; null for the program
 * @param tries how often the check before it has failed so far
 * @param nextAt when the program looks at it again; null for not before somebody else has moved it
 */
record ReleaseMove(
        ReleaseState to,
        @Nullable ReleaseCause cause,
        @Nullable AccountId by,
        int tries,
        @Nullable Instant nextAt) {
    static final ReleaseMove SEALED = new ReleaseMove(ReleaseState.SEALED, ReleaseCause.KNOWN, null, 0, null);

    static ReleaseMove on(ReleaseState to, @Nullable Instant nextAt) {
        return new ReleaseMove(to, null, null, 0, nextAt);
    }
}
