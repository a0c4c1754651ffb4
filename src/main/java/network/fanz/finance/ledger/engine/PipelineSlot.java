package network.fanz.finance.ledger.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A batch's place in the pipeline. A batch passes three stages: it is drafted, its events are appended, it is sealed into the chain. One
 * batch at a time is in a stage, and no batch overtakes another. Between the first two stages a batch writes its other rows, and several
 * batches may do that side by side. So while one batch is sealed, others write, and another is drafted.
 */
public final class PipelineSlot implements AutoCloseable {
    /** In this order. */
    enum Stage {
        DRAFT,
        EVENTS,
        SEAL
    }

    private static final Stage[] STAGES = Stage.values();

    private final Pipeline pipeline;
    private SlotAttempt attempt;

    private PipelineSlot(Pipeline pipeline, SlotAttempt attempt) {
        this.pipeline = pipeline;
        this.attempt = attempt;
    }

    /** The stages of one ledger. */
    static final class Pipeline {
        private final Semaphore drafting = new Semaphore(1);
        private SlotAttempt last = new SlotAttempt(null);

        Pipeline() {
            last.leaveAll();
        }

        /** Waits until the next batch can be taken and drafted. */
        PipelineSlot nextSlot() {
            drafting.acquireUninterruptibly();
            return new PipelineSlot(this, beginAttempt());
        }

        /** Null when a batch is under way. */
        @Nullable PipelineSlot slotIfIdle() {
            if (!drafting.tryAcquire()) {
                return null;
            }
            if (!last.isOver()) {
                drafting.release();
                return null;
            }
            return new PipelineSlot(this, beginAttempt());
        }

        /** The caller has the right to draft. */
        private SlotAttempt beginAttempt() {
            last = new SlotAttempt(last);
            return last;
        }
    }

    /** One try of a batch: which stages it has left, and which try it follows. */
    private static final class SlotAttempt {
        private final CountDownLatch[] left = new CountDownLatch[STAGES.length];
        /** Null once this try is being sealed, for then no other is before it. A try that failed earlier still has it. */
        private volatile @Nullable SlotAttempt before;

        SlotAttempt(@Nullable SlotAttempt before) {
            this.before = before;
            java.util.Arrays.setAll(left, stage -> new CountDownLatch(1));
        }

        boolean isOver() {
            for (SlotAttempt one = this; one != null; one = one.before) {
                if (!one.hasLeft(Stage.SEAL)) {
                    return false;
                }
            }
            return true;
        }

        boolean hasLeft(Stage stage) {
            return left[stage.ordinal()].getCount() == 0;
        }

        /** Waits until all batches before have left this stage. */
        boolean enter(Stage stage, Duration patience) throws InterruptedException {
            for (SlotAttempt other = before; other != null; other = other.before) {
                if (!other.left[stage.ordinal()].await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            if (stage == Stage.SEAL) {
                before = null;
            }
            return true;
        }

        void leaveAll() {
            for (CountDownLatch one : left) {
                one.countDown();
            }
        }
    }

    /** Waits until all batches before this one have ended. No batch behind it begins while this one is drafted. */
    void awaitPredecessors() {
        enter(Stage.SEAL);
    }

    /** The same, but gives up after a while. */
    boolean awaitPredecessors(Duration patience) throws InterruptedException {
        return attempt.enter(Stage.SEAL, patience);
    }

    /** Waits until all batches before have left this stage. */
    void enter(Stage stage) {
        boolean interrupted = false;
        while (true) {
            try {
                if (attempt.enter(stage, Duration.ofHours(1))) {
                    break;
                }
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next batch may have this stage. */
    void leave(Stage stage) {
        if (!attempt.hasLeft(stage)) {
            attempt.left[stage.ordinal()].countDown();
            if (stage == Stage.DRAFT) {
                pipeline.drafting.release();
            }
        }
    }

    /**
     * Starts over, behind all others. The batches behind this one were drafted on it, so they fail now, and they have to fail before this one
     * tries again: their uncommitted rows may keep another node's batch waiting, and this batch may have to wait for that node.
     */
    void restart() {
        close();
        pipeline.drafting.acquireUninterruptibly();
        attempt = pipeline.beginAttempt();
    }

    /** The batch has ended. */
    @Override
    public void close() {
        for (Stage stage : STAGES) {
            leave(stage);
        }
    }
}
