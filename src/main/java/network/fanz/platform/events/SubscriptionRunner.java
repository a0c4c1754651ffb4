package network.fanz.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import network.fanz.common.RedactedFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one subscription on this node. Any node may handle the next batch: an advisory lock lets one of them in. The lock lasts as long
 * as the transaction, so it ends with its holder.
 */
final class SubscriptionRunner {
    enum BatchResult {
        /** There is more to do. */
        MORE,
        /** All is done up to the watermark. */
        CAUGHT_UP,
        /** Another node is handling a batch. */
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

    /** What a runner needs of the database. */
    record EventStores(
            EventStore log, CursorStore cursors, ParkedStore parked, PlatformTransactionManager transactions) {}

    Subscription subscription() {
        return subscription;
    }

    void register() {
        cursors.register(name, clock.instant());
    }

    /** Whether there is something to do at this position; also remembers when the next parked event is due. */
    boolean observe(CursorStore.Position position) {
        retryAt = position.retryAt();
        return position.cursor() < watermark.getAsLong() || retryIsDue();
    }

    /** Handles the next batch in a transaction of its own. A batch that fails is handled again, one event at a time. */
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

    /** Tries the parked events of a key again, in order, until one fails; {@code also} joins the same transaction. */
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

    private BatchResult inTransaction(boolean oneByOne) {
        return Objects.requireNonNull(transaction.execute(status -> handleWindow(oneByOne)));
    }

    private BatchResult handleWindow(boolean oneByOne) {
        if (!cursors.tryLock(name)) {
            return BatchResult.LOCKED_ELSEWHERE;
        }
        long from = cursors.cursor(name);
        long watermark = this.watermark.getAsLong();
        if (watermark <= from) {
            return BatchResult.CAUGHT_UP;
        }
        long to = Math.min(watermark, from + windowSize);
        List<StoredEvent> events = log.window(from, to, subscription.types(), settings.batchMax());
        // A window without events for us: double it until one has some.
        windowSize = events.isEmpty()
                ? Math.min(windowSize * 2, settings.batchMax() * WINDOW_GROWTH_MAX)
                : settings.batchMax();
        // A wide window may hold more events than a batch; those behind the last one read are the next batch's.
        long end = events.size() < settings.batchMax() ? to : events.getLast().seq();
        long reached = events.isEmpty() ? to : handle(events, end, oneByOne);
        cursors.move(name, reached, clock.instant());
        return reached < watermark ? BatchResult.MORE : BatchResult.CAUGHT_UP;
    }

    /** @return the place in the log up to which events are handled or parked, once there are no more or the batch's time is over */
    private long handle(List<StoredEvent> events, long to, boolean oneByOne) {
        long deadline = System.nanoTime() + settings.batchTimeMax().toNanos();
        Set<String> parkedKeys = parked.parkedKeys(name, keys(events));
        for (int start = 0; start < events.size(); ) {
            if (start > 0 && System.nanoTime() - deadline > 0) {
                return events.get(start - 1).seq();
            }
            boolean many =
                    !oneByOne && subscription.takesBatches(events.get(start).type());
            int end = many ? BatchSplitter.chunkEnd(events, start, parkedKeys) : start + 1;
            handleChunk(events.subList(start, end), parkedKeys, oneByOne);
            start = end;
        }
        return to;
    }

    private static Set<String> keys(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::key).collect(Collectors.toSet());
    }

    /**
     * Handles neighbours of one type. An event of a parked key is parked too, because handling it would break the key's order.
     *
     * @param parkedKeys the key of an event that fails is added
     */
    private void handleChunk(List<StoredEvent> chunk, Set<String> parkedKeys, boolean oneByOne) {
        StoredEvent first = chunk.getFirst();
        if (parkedKeys.contains(first.key())) {
            parked.park(name, first, null, null, clock.instant());
        } else if (!oneByOne) {
            subscription.handle(chunk);
        } else {
            Throwable failure = attempt(first);
            if (failure != null) {
                Instant now = clock.instant();
                Instant retry = retryTime(now, 1);
                parked.park(name, first, RedactedFailure.describe(failure), retry, now);
                parkedKeys.add(first.key());
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
        for (ParkedStore.ParkedRow row : rows) {
            if (System.nanoTime() - deadline > 0) {
                break;
            }
            long seq = row.event().seq();
            Throwable failure = attempt(row.event());
            if (failure != null) {
                Instant retry = retryTime(now, row.attempts() + 1);
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

    /** @return null once the program has retried as often as it may */
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
