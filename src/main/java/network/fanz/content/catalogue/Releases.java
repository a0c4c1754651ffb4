package network.fanz.content.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.releases.ReleaseDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Releases, for those who look at them and decide. Nothing here leads to PUBLISHED: that is one move of the program's own, made while every
 * gate is clear.
 */
@Component
public class Releases {
    private final ReleaseDesk desk;

    Releases(ReleaseDesk desk) {
        this.desk = desk;
    }

    public Optional<ReleaseInHand> find(UUID release) {
        return desk.find(release);
    }

    /** A work's latest release. */
    public Optional<ReleaseInHand> ofWork(UUID work) {
        return desk.ofWork(work);
    }

    /**
     * Where it stands, also whether it is sealed: for those alone who decide, and never for its creator or others.
     *
     * @throws network.fanz.common.NotFound if there is none
     */
    public ReleaseState state(UUID release) {
        return desk.row(release).state();
    }

    /**
     * SHA-256 of the bytes and words that would be seen, in hexadecimal: what a decision is about.
     *
     * @throws network.fanz.common.NotFound if there is none
     * @throws IllegalStateException before all that will be seen is made
     */
    public String digest(UUID release) {
        return desk.digest(release);
    }

    /** @throws network.fanz.common.NotFound if there is none */
    public WorkWords words(UUID release) {
        return desk.words(release);
    }

    /**
     * A person says no; also to what is seen already. What is decided otherwise before stays so. Emits {@code release_moved}.
     *
     * @param by who says so
     * @throws network.fanz.common.NotFound if there is none
     */
    public void reject(UUID release, AccountId by, ReleaseCause cause) {
        desk.end(release, ReleaseState.REJECTED, cause, by);
    }

    /**
     * Nobody sees it from this moment on, wherever it stands: somebody in it does not want it shown. In the caller's transaction. What has
     * ended before stays so. Emits {@code release_moved}.
     *
     * @param by null for somebody who has no account
     * @throws network.fanz.common.NotFound if there is none
     */
    public void takeDown(UUID release, ReleaseCause cause, @Nullable AccountId by) {
        desk.end(release, ReleaseState.WITHDRAWN, cause, by);
    }

    /**
     * A bank of child safety has come to name it: nobody sees it from this moment on. Emits {@code release_moved}.
     *
     * @throws network.fanz.common.NotFound if there is none
     */
    public void seal(UUID release) {
        desk.seal(release);
    }

    /** Other releases of the very same bytes, whoever has sent them, fifty of the latest at most. What is sealed is not among them. */
    public List<ReleaseInHand> sameFile(UUID release) {
        return desk.sameFile(release);
    }

    /** Something has changed that it waits for: the program looks at it again soon rather than in its own time. */
    public void lookAgain(UUID release) {
        desk.lookAgain(release);
    }
}
