package network.fanz.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import network.fanz.common.RedactedFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one subscription on this node. Any node may do the next batch: a transaction-long advisory lock says whose turn it is, and is
 * gone with its holder.
 */
final class SubscriptionRunner {
    enum BatchResult {
        /** There is more to do. */
        MORE,
        /** All is done up to the watermark. */
        CAUGHT_UP,
        /** Another node is at it. */
        LOCKED_ELSEWHERE
    }

    private static final long WINDOW_GROWTH_MAX = 64;

    private final Subscription subscription;
    private final String name;
    private final EventStore log;
    private final CursorStore cursors;
    private final ParkedStore parked;
    private final EventSettings settings;
    private final LongSupplier watermark;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private volatile @Nullable Instant retryAt;
    private long windowSize;

    SubscriptionRunner(
            Subscription subscription,
            EventStores stores,
            EventSettings settings,
            LongSupplier watermark,
            Clock clock) {
        this.subscription = subscription;
        this.name = subscription.name();
        this.log = stores.log();
        this.cursors = stores.cursors();
        this.parked = stores.parked();
        this.settings = settings;
        this.watermark = watermark;
        this.clock = clock;
        this.windowSize = settings.batchMax();
        this.transaction = new TransactionTemplate(stores.transactions());
        this.savepoint = new TransactionTemplate(stores.transactions());
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What a reader needs of the database. */
    record EventStores(
            EventStore log, CursorStore cursors, ParkedStore parked, PlatformTransactionManager transactions) {}

    Subscription subscription() {
        return subscription;
    }

    void register() {
        cursors.register(name, clock.instant());
    }

    /** Whether something is to be done at this position; also remembers when the next failed event is due. */
    boolean observe(CursorStore.Position position) {
        retryAt = position.retryAt();
        return position.cursor() < watermark.getAsLong() || retryIsDue();
    }

    /** Handles the next batch in a transaction of its own. A batch that fails is done again event by event. */
    BatchResult runBatch() {
        retryDue();
        try {
            return inTransaction(false);
        } catch (RuntimeException | Error failed) {
            if (TransientFailures.isTransient(failed)) {
                throw failed;
            }
            return inTransaction(true);
        }
    }

    /** Tries the failed events of a key again, in order, until one fails; {@code also} joins the same transaction. */
    void retry(String key, Runnable also) {
        transaction.executeWithoutResult(status -> {
            cursors.lock(name);
            retryInOrder(key);
            also.run();
        });
    }

    /** Sets the cursor back to the log's beginning and empties what the subscription has built. */
    void replay(Runnable reset, Runnable also) {
        transaction.executeWithoutResult(status -> {
            cursors.lock(name);
            reset.run();
            parked.releaseAll(name);
            cursors.move(name, 0, clock.instant());
            also.run();
        });
    }

    private BatchResult inTransaction(boolean careful) {
        return Objects.requireNonNull(transaction.execute(status -> handleWindow(careful)));
    }

    private BatchResult handleWindow(boolean careful) {
        if (!cursors.tryLock(name)) {
            return BatchResult.LOCKED_ELSEWHERE;
        }
        long from = cursors.cursor(name);
        long safe = watermark.getAsLong();
        if (safe <= from) {
            return BatchResult.CAUGHT_UP;
        }
        long to = Math.min(safe, from + windowSize);
        List<StoredEvent> events = log.window(from, to, subscription.types(), settings.batchMax());
        // A stretch without anything for us: take longer strides until something comes.
        windowSize = events.isEmpty()
                ? Math.min(windowSize * 2, settings.batchMax() * WINDOW_GROWTH_MAX)
                : settings.batchMax();
        // A long stride may have ended in a crowd; what is behind the last one taken is the next batch's.
        long end = events.size() < settings.batchMax() ? to : events.getLast().seq();
        long reached = events.isEmpty() ? to : handle(events, end, careful);
        cursors.move(name, reached, clock.instant());
        return reached < safe ? BatchResult.MORE : BatchResult.CAUGHT_UP;
    }

    /** @return how far it got in the time that a batch may take */
    private long handle(List<StoredEvent> events, long to, boolean careful) {
        long deadline = System.nanoTime() + settings.batchTimeMax().toNanos();
        Set<String> blocked = parked.keys(name);
        for (int start = 0; start < events.size(); ) {
            if (start > 0 && System.nanoTime() - deadline > 0) {
                return events.get(start - 1).seq();
            }
            boolean many =
                    !careful && subscription.takesBatches(events.get(start).type());
            int end = many ? BatchSplitter.chunkEnd(events, start, blocked) : start + 1;
            handleChunk(events.subList(start, end), blocked, careful);
            start = end;
        }
        return to;
    }

    /** One event of a key that is set aside, or some neighbours of one type. */
    private void handleChunk(List<StoredEvent> run, Set<String> blocked, boolean careful) {
        StoredEvent first = run.getFirst();
        if (blocked.contains(first.key())) {
            parked.park(name, first, null, null, clock.instant());
        } else if (!careful) {
            subscription.handle(run);
        } else {
            Throwable failure = attempt(first);
            if (failure != null) {
                Instant now = clock.instant();
                Instant retry = retryTime(now, 1);
                parked.park(name, first, RedactedFailure.describe(failure), retry, now);
                blocked.add(first.key());
                retryNoLaterThan(retry);
            }
        }
    }

    private void retryDue() {
        if (!retryIsDue()) {
            return;
        }
        retryAt = null;
        for (String key : parked.due(name, clock.instant())) {
            retry(key, () -> {});
        }
    }

    private boolean retryIsDue() {
        Instant due = retryAt;
        return due != null && !clock.instant().isBefore(due);
    }

    private void retryInOrder(String key) {
        long deadline = System.nanoTime() + settings.batchTimeMax().toNanos();
        Instant now = clock.instant();
        List<ParkedStore.ParkedRow> rows = parked.ofKey(name, key, settings.batchMax());
        for (ParkedStore.ParkedRow waiting : rows) {
            if (System.nanoTime() - deadline > 0) {
                break;
            }
            long seq = waiting.event().seq();
            Throwable failure = attempt(waiting.event());
            if (failure != null) {
                Instant retry = retryTime(now, waiting.attempts() + 1);
                parked.recordFailure(name, seq, RedactedFailure.describe(failure), retry);
                retryNoLaterThan(retry);
                return;
            }
            parked.release(name, seq);
        }
        if (parked.makeDue(name, key, now)) {
            retryNoLaterThan(now);
        }
    }

    private @Nullable Throwable attempt(StoredEvent event) {
        try {
            savepoint.executeWithoutResult(status -> subscription.handle(List.of(event)));
            return null;
        } catch (RuntimeException | Error failed) {
            if (TransientFailures.isTransient(failed)) {
                throw failed;
            }
            return failed;
        }
    }

    /** @return null once the program has tried often enough */
    private @Nullable Instant retryTime(Instant now, int attempts) {
        if (attempts > settings.retriesMax()) {
            return null;
        }
        Duration wait = settings.retryDelay().multipliedBy((long) Math.pow(5, attempts - 1.0));
        return now.plus(wait);
    }

    private void retryNoLaterThan(@Nullable Instant time) {
        Instant known = retryAt;
        if (time != null && (known == null || time.isBefore(known))) {
            retryAt = time;
        }
    }

    /** How long to rest when there is nothing to do. */
    Duration idleTime(Duration restMax) {
        Instant due = retryAt;
        if (due == null) {
            return restMax;
        }
        Duration wait = Duration.between(clock.instant(), due);
        return wait.compareTo(restMax) > 0 ? restMax : wait.isNegative() ? Duration.ZERO : wait;
    }
}
