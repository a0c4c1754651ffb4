package network.fanz.content.audience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import network.fanz.common.RedactedFailure;
import network.fanz.common.StopPhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes looks, many in one transaction: every few seconds with a look that comes, by a job where none comes, and once more at the stop. A
 * kill loses what had not been written, which is no more than came in those seconds.
 */
@Component
class LookWriting implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LookWriting.class);
    private static final int AT_ONCE = 200;

    private final LooksUnderWay looks;
    private final ViewBook book;
    private final WatchHistory history;
    private final TransactionOperations transaction;
    private final Duration pause;
    private final ReentrantLock one = new ReentrantLock();
    private volatile long wroteAt = System.nanoTime();
    private volatile boolean running;

    LookWriting(
            LooksUnderWay looks,
            ViewBook book,
            WatchHistory history,
            TransactionOperations transaction,
            AudienceSettings settings) {
        this.looks = looks;
        this.book = book;
        this.history = history;
        this.transaction = transaction;
        this.pause = settings.writtenAfter();
    }

    /** Whoever watches waits for this once in a while, behind the last byte of a segment. */
    void writeIfDue() {
        if (System.nanoTime() - wroteAt >= pause.toNanos() && one.tryLock()) {
            try {
                writeAll();
            } finally {
                one.unlock();
            }
        }
    }

    void write() {
        one.lock();
        try {
            writeAll();
        } finally {
            one.unlock();
        }
    }

    private void writeAll() {
        wroteAt = System.nanoTime();
        long dropped = looks.takeDropped();
        if (dropped > 0) {
            LOG.warn("{} parts that went out were not counted, for too many people watch at once", dropped);
        }
        List<Look> taken = looks.take();
        for (int from = 0; from < taken.size(); from += AT_ONCE) {
            List<Look> some = taken.subList(from, Math.min(from + AT_ONCE, taken.size()));
            try {
                write(some);
            } catch (NonTransientDataAccessException one) {
                some.forEach(this::writeAlone);
            } catch (RuntimeException failed) {
                taken.subList(from, taken.size()).forEach(looks::add);
                LOG.warn("Views could not be written, and are tried again: {}", RedactedFailure.describe(failed));
                return;
            }
        }
    }

    private void write(List<Look> some) {
        List<Look> early = new ArrayList<>();
        transaction.executeWithoutResult(status -> early.addAll(book.write(some)));
        early.forEach(looks::add);
        history.note(some);
    }

    /** One look that cannot be written takes no other with it. */
    private void writeAlone(Look look) {
        try {
            write(List.of(look));
        } catch (RuntimeException failed) {
            LOG.warn("A view could not be written, and is not counted: {}", RedactedFailure.describe(failed));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, so that nothing comes any more. */
    @Override
    public int getPhase() {
        return StopPhase.JOBS;
    }
}
