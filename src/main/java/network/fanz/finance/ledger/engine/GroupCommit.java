package network.fanz.finance.ledger.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.finance.ledger.LedgerBusy;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.LedgerUnavailable;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.rules.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: callers queue up, and a lane takes all that wait and commits them together. No caller waits for a batch to fill. Under light
 * load batches are small and answers are quick; under heavy load batches grow.
 */
public final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long IDLE_MILLIS = 200;
    private static final Duration PREDECESSOR_WAIT = Duration.ofMillis(1);

    private final BatchCommitter committer;
    private final int batchMax;
    private final BlockingQueue<Ticket> queue;
    private final Semaphore wakeUps = new Semaphore(0);
    private final PipelineSlot.Pipeline pipeline = new PipelineSlot.Pipeline();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    public GroupCommit(BatchCommitter committer, LedgerSettings settings) {
        this.committer = committer;
        this.batchMax = settings.batchMax();
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        for (int lane = 0; lane < settings.lanes(); lane++) {
            threads.add(Thread.ofPlatform().name("ledger-lane-" + lane).start(this::runLane));
        }
    }

    /**
     * A caller that finds the ledger idle commits its posting on its own thread, which saves two changes of threads. A caller that finds it
     * busy waits in the queue for a lane.
     *
     * @throws LedgerBusy if too many wait already
     */
    public void submit(Ticket ticket) {
        PipelineSlot slot = queue.isEmpty() ? pipeline.slotIfIdle() : null;
        if (slot == null) {
            enqueue(ticket);
            return;
        }
        try (slot) {
            if (!open) {
                throw new LedgerBusy();
            }
            List<Ticket> batch = new ArrayList<>();
            batch.add(ticket);
            queue.drainTo(batch, batchMax - 1);
            commitBatch(batch, slot);
        }
    }

    /**
     * Queues all of them. A lane takes as many at once as a batch has room for.
     *
     * @throws LedgerBusy if too many wait already; the tickets before that one are queued all the same
     */
    void submitAll(List<Ticket> tickets) {
        tickets.forEach(this::enqueue);
    }

    private void enqueue(Ticket ticket) {
        if (!open || !queue.offer(ticket)) {
            throw new LedgerBusy();
        }
        wakeUps.release();
        // The lanes may have ended since; then no lane takes this ticket any more.
        if (!open && queue.remove(ticket)) {
            throw new LedgerBusy();
        }
    }

    public boolean areAlive() {
        return open && threads.stream().allMatch(Thread::isAlive);
    }

    /** Takes no more tickets, and ends when all that waited are answered. */
    @Override
    public void close() {
        open = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        // A caller may still be committing on its own thread.
        try (PipelineSlot last = pipeline.nextSlot()) {
            last.awaitPredecessors();
        }
    }

    private void runLane() {
        List<Ticket> batch = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            batch.clear();
            try {
                takeAndCommit(batch);
            } catch (InterruptedException interrupted) {
                // Only close() ends a lane.
                batch.forEach(ticket -> ticket.answer().completeExceptionally(new LedgerUnavailable(interrupted)));
            } catch (Error broken) {
                // Its tickets are answered; a lane that ended here would be missing until the next start.
                LOG.error("A batch of postings ended in an error: {}", RedactedFailure.trace(broken));
            }
        }
    }

    /** A small batch waits until the batches before it have ended, and takes the tickets that come meanwhile. A large batch goes on at once. */
    private void takeAndCommit(List<Ticket> batch) throws InterruptedException {
        if (!wakeUps.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        // The slot comes first. A ticket that a lane took before it has a slot would be overtaken by those in the
        // queue.
        try (PipelineSlot slot = pipeline.nextSlot()) {
            wakeUps.drainPermits();
            do {
                queue.drainTo(batch, batchMax - batch.size());
            } while (batch.size() < BatchCommitter.OVERLAP_MIN_POSTINGS && !slot.awaitPredecessors(PREDECESSOR_WAIT));
            queue.drainTo(batch, batchMax - batch.size());
            if (!queue.isEmpty()) {
                wakeUps.release();
            }
            if (!batch.isEmpty()) {
                commitBatch(batch, slot);
            }
        }
    }

    /** A batch that fails for good is halved until the posting that fails is found, so that it does not take others down with it. */
    private void commitBatch(List<Ticket> batch, PipelineSlot slot) {
        try {
            List<PostingOutcome> outcomes = committer.commit(batch, slot);
            for (int place = 0; place < batch.size(); place++) {
                batch.get(place).answer().complete(outcomes.get(place));
            }
        } catch (LedgerUnavailable unavailable) {
            batch.forEach(ticket -> ticket.answer().completeExceptionally(unavailable));
        } catch (Exception failed) {
            splitAndCommit(batch, slot, failed);
        } catch (Error broken) {
            batch.forEach(ticket -> ticket.answer().completeExceptionally(new LedgerUnavailable(broken)));
            throw broken;
        }
    }

    private void splitAndCommit(List<Ticket> batch, PipelineSlot slot, Exception failed) {
        if (batch.size() == 1) {
            LOG.error(
                    "Posting {} cannot be recorded", batch.getFirst().posting().id(), failed);
            batch.getFirst().answer().completeExceptionally(new LedgerUnavailable(failed));
            return;
        }
        int half = batch.size() / 2;
        slot.restart();
        commitBatch(batch.subList(0, half), slot);
        slot.restart();
        commitBatch(batch.subList(half, batch.size()), slot);
    }
}
