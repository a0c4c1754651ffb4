package network.fanz.finance.ledger.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A batch's way through three stations: it is drafted, its events are appended, it is sealed into the chain. A station holds one batch,
 * and batches never overtake each other. Between the first two each writes its other rows, which may happen side by side: while one
 * batch is sealed, others write, and another is drafted.
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
    private SlotAttempt slotAttempt;

    private PipelineSlot(Pipeline pipeline, SlotAttempt slotAttempt) {
        this.pipeline = pipeline;
        this.slotAttempt = slotAttempt;
    }

    /** The stations of one ledger. */
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

    /** One try of a batch: what it has left, and whom it follows. */
    private static final class SlotAttempt {
        private final CountDownLatch[] left = new CountDownLatch[STAGES.length];
        /** Null once this one is being sealed: then nobody is before it. One that failed on its way still has it. */
        private volatile @Nullable SlotAttempt before;

        SlotAttempt(@Nullable SlotAttempt before) {
            this.before = before;
            java.util.Arrays.setAll(left, station -> new CountDownLatch(1));
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

        /** Waits until all batches before have left this station. */
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

    /** Waits until all batches before this one are settled; none behind it begins while it is being drafted. */
    void awaitPredecessors() {
        enter(Stage.SEAL);
    }

    /** The same, but gives up after a while. */
    boolean awaitPredecessors(Duration patience) throws InterruptedException {
        return slotAttempt.enter(Stage.SEAL, patience);
    }

    /** Waits until all batches before have left this station. */
    void enter(Stage stage) {
        boolean interrupted = false;
        while (true) {
            try {
                if (slotAttempt.enter(stage, Duration.ofHours(1))) {
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

    /** The next batch may have this station. */
    void leave(Stage stage) {
        if (!slotAttempt.hasLeft(stage)) {
            slotAttempt.left[stage.ordinal()].countDown();
            if (stage == Stage.DRAFT) {
                pipeline.drafting.release();
            }
        }
    }

    /**
     * Starts over, behind the others. Those that were drafted on this batch have to fail first: their rows may be in the way of another
     * node's, which this batch may have to wait for.
     */
    void restart() {
        close();
        pipeline.drafting.acquireUninterruptibly();
        slotAttempt = pipeline.beginAttempt();
    }

    /** The batch is settled. */
    @Override
    public void close() {
        for (Stage stage : STAGES) {
            leave(stage);
        }
    }
}
