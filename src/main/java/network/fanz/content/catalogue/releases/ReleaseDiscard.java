package network.fanz.content.catalogue.releases;

import java.time.Duration;
import java.util.List;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.media.UploadFiles;
import org.springframework.stereotype.Component;

/**
 * Deletes the bytes of works that nobody will see any more and nobody ever saw. What was seen once is evidence of what was shown, and stays;
 * so does what is sealed.
 */
@Component
class ReleaseDiscard {
    private static final int AT_ONCE = 50;
    /** A creator may think again, and so may somebody in it. */
    private static final Duration WITHDRAWN_FOR = Duration.ofDays(30);
    /** A refusal can be complained of for six months (Regulation (EU) 2022/2065, article 20). */
    private static final Duration REJECTED_FOR = Duration.ofDays(184);

    private final ReleaseStore store;
    private final UploadFiles files;
    private final ReleaseMover mover;

    ReleaseDiscard(ReleaseStore store, UploadFiles files, ReleaseMover mover) {
        this.store = store;
        this.files = files;
        this.mover = mover;
    }

    void discard() {
        discard(ReleaseState.WITHDRAWN, WITHDRAWN_FOR);
        discard(ReleaseState.REJECTED, REJECTED_FOR);
    }

    private void discard(ReleaseState state, Duration after) {
        List<ReleaseRow> due;
        do {
            due = store.toDiscard(state, mover.now().minus(after), AT_ONCE);
            for (ReleaseRow release : due) {
                files.discard(release.upload());
                store.setDiscarded(release.id(), mover.now());
            }
        } while (!due.isEmpty() && !Thread.currentThread().isInterrupted());
    }
}
