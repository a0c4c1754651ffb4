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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        LOCKED_ELSEWHERE,
        /** A newer version of the program handles types that this one does not know. */
        LEFT_TO_NEWER
    }

    private enum Mode {
        /** Neighbours of one type in one call of the handler. */
        TOGETHER,
        /** In one transaction; an event that fails is parked and the others go on. */
        ONE_BY_ONE,
        /** One event a transaction, because some event ended the whole transaction. */
        ALONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRunner.class);
    /** No limit on a transaction is shorter; see {@code fanz.postgres.transaction-timeout}. */
    private static final Duration OVERRUN_MIN = Duration.ofMillis(4500);

    private static final long WINDOW_GROWTH_MAX = 64;

    private final Subscription subscription;
    private final String name;
    private final EventStore log;
    private final Events events;
    private final CursorStore cursors;
    private final ParkedStore parked;
    private final EventSettings settings;
    private final LongSupplier watermark;
    private final Clock clock;
    private final int batchMax;
    private final @Nullable ReadAhead ahead;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final StubbornEvent stubborn = new StubbornEvent();
    private final HandledTypes types;
    private final RetrySchedule retries;
    private long windowSize;
    private long windowStart;
    private List<StoredEvent> inHand = List.of();

    SubscriptionRunner(
            Subscription subscription,
            EventStores stores,
            EventSettings settings,
            LongSupplier watermark,
            Clock clock) {
        this(subscription, stores, settings, watermark, clock, settings.batchMax(), null);
    }

    /** One that has much of the log before it: so many events a transaction at most, and the next are read meanwhile. */
    static SubscriptionRunner ofBacklog(
            Subscription subscription,
            EventStores stores,
            EventSettings settings,
            LongSupplier watermark,
            Clock clock,
            int batchMax) {
        ReadAhead ahead = new ReadAhead(stores.log(), subscription);
        return new SubscriptionRunner(subscription, stores, settings, watermark, clock, batchMax, ahead);
    }

    private SubscriptionRunner(
            Subscription subscription,
            EventStores stores,
            EventSettings settings,
            LongSupplier watermark,
            Clock clock,
            int batchMax,
            @Nullable ReadAhead ahead) {
        this.subscription = subscription;
        this.name = subscription.name();
        this.log = stores.log();
        this.events = stores.events();
        this.cursors = stores.cursors();
        this.parked = stores.parked();
        this.settings = settings;
        this.watermark = watermark;
        this.clock = clock;
        this.batchMax = batchMax;
        this.ahead = ahead;
        this.windowSize = batchMax;
        this.transaction = new TransactionTemplate(stores.transactions());
        this.retries = new RetrySchedule(settings, clock);
        this.types = new HandledTypes(subscription, cursors, transaction);
        this.savepoint = new TransactionTemplate(stores.transactions());
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What a runner needs of the database. */
    record EventStores(
            EventStore log,
            CursorStore cursors,
            ParkedStore parked,
            Events events,
            PlatformTransactionManager transactions) {}

    Subscription subscription() {
        return subscription;
    }

    HandledTypes types() {
        return types;
    }

    void register() {
        cursors.register(name, clock.instant());
        types.tellOthers();
    }

    /** Whether there is something to do at this position; also remembers when the next parked event is due. */
    boolean observe(CursorStore.Position position) {
        retries.observe(position.retryAt());
        return position.cursor() < watermark.getAsLong() || retries.isDue();
    }

    /** Handles the next batch in a transaction of its own. A batch that fails is handled again, one event at a time. */
    BatchResult runBatch() {
        retryDue();
        if (stubborn.isSuspected()) {
            return run(Mode.ALONE);
        }
        try {
            return run(Mode.TOGETHER);
        } catch (RuntimeException | Error failed) {
            if (TransientFailures.isTransient(failed)) {
                throw failed;
            }
            return run(Mode.ONE_BY_ONE);
        }
    }

    /** Trouble that comes back with the same event is the event's, also where each single failure looks like trouble of the moment. */
    private BatchResult run(Mode mode) {
        long begun = System.nanoTime();
        inHand = List.of();
        try {
            BatchResult result = Objects.requireNonNull(transaction.execute(status -> handleWindow(mode)));
            stubborn.passed(windowStart);
            return result;
        } catch (RuntimeException | Error failed) {
            if (inHand.isEmpty() || (mode == Mode.TOGETHER && !TransientFailures.isTransient(failed))) {
                throw failed;
            }
            boolean overrun = TransientFailures.isOverrun(failed) || System.nanoTime() - begun >= OVERRUN_MIN.toNanos();
            stubborn.blame(inHand, overrun);
            if (mode == Mode.ALONE && stubborn.isGivenUp()) {
                return setAside(inHand.getFirst(), failed, overrun);
            }
            throw failed;
        }
    }

    /** Parks an event that no transaction survives. An overrun is not tried again by itself: each try holds up everybody. */
    private BatchResult setAside(StoredEvent event, Throwable failure, boolean overrun) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!cursors.tryLock(name)) {
                return BatchResult.LOCKED_ELSEWHERE;
            }
            if (cursors.position(name).cursor() == windowStart) {
                Instant now = clock.instant();
                park(event, failure, overrun ? null : retries.after(now, 1), now);
                cursors.move(name, event.seq(), now);
            }
            return BatchResult.MORE;
        }));
    }

    /** Tries the parked events of a key again, in order, until one fails; {@code also} joins the same transaction. */
    void retry(String key, Runnable also) {
        try {
            transaction.executeWithoutResult(status -> {
                cursors.lock(name);
                retryInOrder(key);
                also.run();
            });
        } catch (RuntimeException | Error failed) {
            // It ended the whole transaction. If not even this can be written down, the database is away and it was no
            // try.
            transaction.executeWithoutResult(status -> {
                cursors.lock(name);
                parked.ofKey(name, key, 1).forEach(row -> recordFailure(row, failed, clock.instant()));
                also.run();
            });
        }
    }

    /** Takes the first parked event of a key away unhandled; false if it is not the first. */
    boolean skip(String key, long seq, Runnable also) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            cursors.lock(name);
            List<ParkedStore.ParkedRow> first = parked.ofKey(name, key, 1);
            if (first.isEmpty() || first.getFirst().event().seq() != seq) {
                return false;
            }
            parked.release(name, seq);
            if (parked.makeDue(name, key, clock.instant())) {
                retries.noLaterThan(clock.instant());
            }
            also.run();
            return true;
        }));
    }

    private BatchResult handleWindow(Mode mode) {
        if (!cursors.tryLock(name)) {
            return BatchResult.LOCKED_ELSEWHERE;
        }
        CursorStore.TypedCursor position = cursors.position(name);
        types.claim(position);
        if (types.areLeftToNewer()) {
            return BatchResult.LEFT_TO_NEWER;
        }
        long from = position.cursor();
        windowStart = from;
        long watermark = this.watermark.getAsLong();
        if (watermark <= from) {
            return BatchResult.CAUGHT_UP;
        }
        long to = Math.min(watermark, from + windowSize);
        int most = mode == Mode.ALONE ? 1 : batchMax;
        List<StoredEvent> events =
                ahead == null ? log.window(from, to, subscription.types(), most) : ahead.window(from, to, most);
        windowSize = mode == Mode.ALONE ? batchMax : nextWindow(events.size());
        // A wide window may hold more events than a batch; those behind the last one read are the next batch's.
        long end = events.size() < most ? to : events.getLast().seq();
        if (ahead != null && mode == Mode.TOGETHER && end < watermark) {
            ahead.begin(end, Math.min(watermark, end + windowSize), batchMax);
        }
        long reached = events.isEmpty() ? to : handle(events, end, mode);
        cursors.move(name, reached, clock.instant());
        windowStart = reached;
        return reached < watermark ? BatchResult.MORE : BatchResult.CAUGHT_UP;
    }

    /** A window with few events for us is doubled; one that held more than a batch is halved. */
    private long nextWindow(int found) {
        if (found < batchMax / 2) {
            return Math.min(windowSize * 2, batchMax * WINDOW_GROWTH_MAX);
        }
        return found == batchMax ? Math.max(windowSize / 2, batchMax) : windowSize;
    }

    /** @return the place in the log up to which events are handled or parked, once there are no more or the batch's time is over */
    private long handle(List<StoredEvent> events, long to, Mode mode) {
        long deadline = System.nanoTime() + settings.batchTimeMax().toNanos();
        Set<String> keys = events.stream().map(StoredEvent::key).collect(Collectors.toSet());
        Set<String> parkedKeys = subscription.keepsOrder() ? parked.parkedKeys(name, keys) : Set.of();
        for (int start = 0; start < events.size(); ) {
            if (start > 0 && System.nanoTime() - deadline > 0) {
                return events.get(start - 1).seq();
            }
            boolean many = mode == Mode.TOGETHER
                    && subscription.takesBatches(events.get(start).type());
            int end = many ? BatchSplitter.chunkEnd(events, start, parkedKeys, subscription) : start + 1;
            handleChunk(events.subList(start, end), parkedKeys, mode);
            start = end;
        }
        return to;
    }

    /**
     * Handles neighbours of one type. An event of a parked key is parked too, because handling it would break the key's order.
     *
     * @param parkedKeys the key of an event that fails is added
     */
    private void handleChunk(List<StoredEvent> chunk, Set<String> parkedKeys, Mode mode) {
        StoredEvent first = chunk.getFirst();
        if (parkedKeys.contains(first.key())) {
            parked.park(name, first, null, null, clock.instant());
            return;
        }
        inHand = List.copyOf(chunk);
        if (mode == Mode.TOGETHER) {
            subscription.handle(chunk, ahead == null ? subscription::read : ahead::event);
            return;
        }
        Throwable failure = attempt(first);
        if (failure != null) {
            Instant now = clock.instant();
            park(first, failure, retries.after(now, 1), now);
            if (subscription.keepsOrder()) {
                parkedKeys.add(first.key());
            }
        }
    }

    private void park(StoredEvent event, Throwable failure, @Nullable Instant retry, Instant now) {
        String error = RedactedFailure.describe(failure);
        parked.park(name, event, error, retry, now);
        retries.noLaterThan(retry);
        LOG.warn("{} could not handle event {} of type {}: {}", name, event.seq(), event.type(), error);
        if (retry == null) {
            tellOf(event, error, now);
        }
    }

    private void recordFailure(ParkedStore.ParkedRow row, Throwable failure, Instant now) {
        String error = RedactedFailure.describe(failure);
        Instant retry = retries.after(now, row.attempts() + 1);
        parked.recordFailure(name, row.event().seq(), error, retry);
        retries.noLaterThan(retry);
        // A retry by hand that fails again is no news.
        if (retry == null && row.attempts() <= settings.retriesMax()) {
            tellOf(row.event(), error, now);
        }
    }

    /** Somebody must look at it. Emits {@code event_set_aside}; a failure to handle this very news makes none of its own. */
    private void tellOf(StoredEvent event, String error, Instant now) {
        LOG.error("ALARM: {} has given up event {} of type {}: {}", name, event.seq(), event.type(), error);
        if (!event.type().equals(EventCodec.name(EventSetAside.class))) {
            events.append(new EventSetAside(name, event.type(), event.seq(), error, now));
        }
    }

    private void retryDue() {
        if (!retries.isDue()) {
            return;
        }
        retries.observe(null);
        Instant now = clock.instant();
        for (String key : parked.due(name, now, now.plus(retries.waitMax()))) {
            retry(key, () -> {});
        }
    }

    private void retryInOrder(String key) {
        long deadline = System.nanoTime() + settings.batchTimeMax().toNanos();
        Instant now = clock.instant();
        boolean failed = false;
        List<ParkedStore.ParkedRow> rows = parked.ofKey(name, key, settings.batchMax());
        for (ParkedStore.ParkedRow row : rows) {
            if (System.nanoTime() - deadline > 0) {
                break;
            }
            Throwable failure = attempt(row.event());
            if (failure == null) {
                parked.release(name, row.event().seq());
                continue;
            }
            recordFailure(row, failure, now);
            failed = true;
            if (subscription.keepsOrder()) {
                break;
            }
        }
        if (!failed && parked.makeDue(name, key, now)) {
            retries.noLaterThan(now);
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

    /** How long to rest when there is nothing to do. */
    Duration idleTime(Duration restMax) {
        return retries.idleTime(restMax);
    }
}
