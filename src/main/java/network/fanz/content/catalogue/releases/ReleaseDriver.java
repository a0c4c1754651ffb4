package network.fanz.content.catalogue.releases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.fanz.common.RedactedFailure;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.media.UploadType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves releases as far as they go. A step may be repeated, so a kill costs one repetition; of two nodes that do the same one the second
 * finds a newer version and writes nothing. What fails is tried again at growing distances, that step alone, and then held.
 */
@Component
class ReleaseDriver {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseDriver.class);
    private static final int AT_ONCE = 20;
    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
    /** How long one that failed so often is held before it is tried once more. */
    private static final Duration HELD_FOR = Duration.ofHours(24);

    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(1);
    /** How long what is seen is seen before every gate is asked again; who closes one says so at once besides. */
    private static final Duration ASKED_AGAIN = Duration.ofHours(24);

    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final ReleaseStore store;
    private final ReleaseSteps steps;
    private final ReleaseGates gates;
    private final SealedWords words;
    private final ReleaseMover mover;
    /** What waits for a step is looked at once after each start, which may have brought the step. */
    private volatile boolean woken;

    ReleaseDriver(ReleaseStore store, ReleaseSteps steps, ReleaseGates gates, SealedWords words, ReleaseMover mover) {
        this.store = store;
        this.steps = steps;
        this.gates = gates;
        this.words = words;
        this.mover = mover;
    }

    /** Goes on until nothing is due or the program wants to stop. One release that fails stops no other. */
    void drive(Set<UploadType> types) {
        if (!woken) {
            store.wakeWaiting(mover.now());
            woken = true;
        }
        List<ReleaseRow> due;
        do {
            Instant now = mover.now();
            due = store.due(types, now, now.plus(HELD_FOR).plus(CLOCKS_DIFFER_MAX), AT_ONCE);
            for (ReleaseRow release : due) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                advanceAlone(release);
            }
        } while (!due.isEmpty());
    }

    /** What is wrong with one release holds up no other; where the database is gone the next read says so. */
    private void advanceAlone(ReleaseRow release) {
        try {
            advance(release);
        } catch (RuntimeException failed) {
            LOG.warn("Release {} could not be moved: {}", release.id(), RedactedFailure.describe(failed));
            tryAgain(release);
        }
    }

    private void advance(ReleaseRow release) {
        switch (release.state()) {
            case HELD -> resume(release);
            case RECORDS -> mover.move(release, ReleaseMove.on(ReleaseState.REVIEW, mover.now()));
            case REVIEW -> publishIfClear(release);
            case PUBLISHED -> holdUnlessClear(release);
            default ->
                ReleaseSteps.stageFrom(release.state())
                        .ifPresentOrElse(stage -> take(release, stage), () -> postpone(release, HELD_FOR));
        }
    }

    private void take(ReleaseRow release, ReleaseStage stage) {
        Optional<ReleaseStep> step = steps.of(stage);
        if (step.isEmpty()) {
            hold(release, ReleaseCause.STEP_MISSING, 0, null);
            return;
        }
        try {
            apply(release, stage, step.get().take(release.inHand()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.warn("{} of release {} failed: {}", stage, release.id(), RedactedFailure.describe(failed));
            tryAgain(release);
        }
    }

    private void apply(ReleaseRow release, ReleaseStage stage, StepResult result) {
        switch (result) {
            case StepResult.Done() -> mover.move(release, ReleaseMove.on(stage.to(), mover.now()));
            case StepResult.Waits() -> postpone(release, LOOKED_AT_AGAIN);
            case StepResult.Held(ReleaseCause cause) -> hold(release, cause, release.tries(), null);
            case StepResult.NotAccepted(ReleaseCause cause) ->
                mover.move(release, new ReleaseMove(ReleaseState.REJECTED, cause, null, 0, null));
            case StepResult.Sealed() -> seal(release);
        }
    }

    /** Also one that its creator has taken back meanwhile. */
    private void seal(ReleaseRow release) {
        ReleaseRow found = release;
        while (found.state() != ReleaseState.SEALED && !mover.move(found, ReleaseMove.SEALED)) {
            found = store.ofWork(found.work()).orElseThrow();
        }
    }

    private void tryAgain(ReleaseRow release) {
        int tries = release.tries() + 1;
        if (tries > RETRIES.size()) {
            hold(release, ReleaseCause.STEP_FAILED, tries, HELD_FOR);
        } else {
            store.postpone(release, tries, mover.now().plus(RETRIES.get(tries - 1)));
        }
    }

    private void hold(ReleaseRow release, ReleaseCause cause, int tries, @Nullable Duration again) {
        mover.move(
                release,
                new ReleaseMove(
                        ReleaseState.HELD,
                        cause,
                        null,
                        tries,
                        again == null ? null : mover.now().plus(again)));
    }

    /** What waits for a step that nobody does goes on when somebody does it. What failed has one more try. */
    private void resume(ReleaseRow release) {
        ReleaseState heldIn = release.heldIn();
        if (heldIn != null && ReleaseTransitions.DECIDED_IN.contains(heldIn)) {
            publishAgain(release);
            return;
        }
        Optional<ReleaseStage> stage = heldIn == null ? Optional.empty() : ReleaseSteps.stageFrom(heldIn);
        if (stage.flatMap(steps::of).isEmpty()) {
            store.rest(release);
        } else {
            mover.move(release, new ReleaseMove(stage.get().from(), null, null, release.tries(), mover.now()));
        }
    }

    private void publishIfClear(ReleaseRow release) {
        ReleaseMove published =
                ReleaseMove.on(ReleaseState.PUBLISHED, mover.now().plus(ASKED_AGAIN));
        if (!mover.move(release, published, () -> isClear(release))) {
            postpone(release, LOOKED_AT_AGAIN);
        }
    }

    /** What the gates say is asked again while it is seen; where they cannot say it, nobody sees it. */
    private void holdUnlessClear(ReleaseRow release) {
        Instant again = mover.now().plus(LOOKED_AT_AGAIN);
        ReleaseMove held = new ReleaseMove(ReleaseState.HELD, ReleaseCause.GATE_CLOSED, null, 0, again);
        if (!mover.move(release, held, () -> !isClear(release))) {
            postpone(release, ASKED_AGAIN);
        }
    }

    /** It waits for a decision again as soon as one gate has closed; with the same decision it is seen again once all are clear. */
    private void publishAgain(ReleaseRow release) {
        if (!mover.move(release, ReleaseMove.on(ReleaseState.REVIEW, mover.now()), () -> isClear(release))) {
            postpone(release, LOOKED_AT_AGAIN);
        }
    }

    private boolean isClear(ReleaseRow release) {
        return gates.areClear(release, words.digest(release));
    }

    private void postpone(ReleaseRow release, Duration by) {
        store.postpone(release, release.tries(), mover.now().plus(by));
    }
}
