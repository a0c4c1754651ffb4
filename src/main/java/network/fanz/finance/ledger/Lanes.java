package network.fanz.finance.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: callers queue up, and each lane takes all that wait and commits them together. Nobody waits for a batch to fill: under
 * light load batches are small and answers quick, under heavy load they grow.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long IDLE_MILLIS = 200;

    private final Clerk clerk;
    private final int batchMax;
    private final BlockingQueue<Ticket> queue;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    Lanes(Clerk clerk, LedgerSettings settings) {
        this.clerk = clerk;
        this.batchMax = settings.batchMax();
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        for (int lane = 0; lane < settings.lanes(); lane++) {
            threads.add(Thread.ofPlatform().name("ledger-lane-" + lane).start(this::work));
        }
    }

    /** @throws LedgerBusy if too many wait already */
    void submit(Ticket ticket) {
        if (!open || !queue.offer(ticket)) {
            throw new LedgerBusy();
        }
    }

    boolean areAlive() {
        return open && threads.stream().allMatch(Thread::isAlive);
    }

    /** Takes no more, and ends when all that waited are answered. */
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
    }

    private void work() {
        List<Ticket> batch = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            batch.clear();
            if (take(batch)) {
                settle(batch);
            }
        }
    }

    private boolean take(List<Ticket> batch) {
        try {
            Ticket first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            batch.add(first);
            queue.drainTo(batch, batchMax - 1);
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /** What fails for good in a batch is found by halving it, so that one posting never takes others down with it. */
    private void settle(List<Ticket> batch) {
        try {
            List<Outcome> outcomes = clerk.record(batch);
            for (int place = 0; place < batch.size(); place++) {
                batch.get(place).answer().complete(outcomes.get(place));
            }
        } catch (LedgerUnavailable unavailable) {
            batch.forEach(ticket -> ticket.answer().completeExceptionally(unavailable));
        } catch (Exception failed) {
            halve(batch, failed);
        } catch (Error broken) {
            batch.forEach(ticket -> ticket.answer().completeExceptionally(new LedgerUnavailable(broken)));
            throw broken;
        }
    }

    private void halve(List<Ticket> batch, Exception failed) {
        if (batch.size() == 1) {
            LOG.error(
                    "Posting {} cannot be recorded", batch.getFirst().posting().id(), failed);
            batch.getFirst().answer().completeExceptionally(new LedgerUnavailable(failed));
            return;
        }
        int half = batch.size() / 2;
        settle(batch.subList(0, half));
        settle(batch.subList(half, batch.size()));
    }
}
