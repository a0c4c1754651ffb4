package network.fanz.content.catalogue.releases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.WorkWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** See {@link network.fanz.content.catalogue.Releases}. */
@Component
public class ReleaseDesk {
    private static final int SAME_MAX = 50;

    private final ReleaseStore store;
    private final ReleaseMover mover;
    private final SealedWords words;

    ReleaseDesk(ReleaseStore store, ReleaseMover mover, SealedWords words) {
        this.store = store;
        this.mover = mover;
        this.words = words;
    }

    public Optional<ReleaseInHand> find(UUID release) {
        return store.find(release).map(ReleaseRow::inHand);
    }

    public Optional<ReleaseInHand> ofWork(UUID work) {
        return store.ofWork(work).map(ReleaseRow::inHand);
    }

    /** @throws NotFound if there is none */
    public ReleaseRow row(UUID release) {
        return store.find(release).orElseThrow(() -> new NotFound("release"));
    }

    public String digest(UUID release) {
        return words.digest(row(release));
    }

    public WorkWords words(UUID release) {
        ReleaseRow row = row(release);
        return new WorkWords(words.title(row), words.description(row), words.tags(row));
    }

    /** Ends it for a person's sake; what has ended stays as it is. */
    public void end(UUID release, ReleaseState end, ReleaseCause cause, @Nullable AccountId by) {
        boolean done = false;
        while (!done) {
            ReleaseRow found = row(release);
            done = found.state().hasEnded() || mover.move(found, new ReleaseMove(end, cause, by, 0, null));
        }
    }

    public void seal(UUID release) {
        boolean done = false;
        while (!done) {
            ReleaseRow found = row(release);
            done = found.state() == ReleaseState.SEALED || mover.move(found, ReleaseMove.SEALED);
        }
    }

    public List<ReleaseInHand> sameFile(UUID release) {
        return store.sameFile(release, SAME_MAX).stream()
                .map(ReleaseRow::inHand)
                .toList();
    }

    public void lookAgain(UUID release) {
        store.wake(release, mover.now());
    }
}
