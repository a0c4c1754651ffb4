package network.fanz.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import network.fanz.common.NotFound;
import network.fanz.common.StopPhase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers the log on this node. One thread advances the watermark, and one scans all cursors every second. Each subscription has a thread
 * of its own for its batches; the number of batches at a time is bounded.
 */
final class EventDispatcher implements SmartLifecycle {
    private static final Duration RESCAN_INTERVAL = Duration.ofSeconds(1);
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);
    private static final Duration LOCKED_RETRY = Duration.ofMillis(50);

    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final EventSettings settings;
    private final Clock clock;
    private final Events events;
    private final SubscriptionRunner.EventStores stores;
    private final Watermark watermark;
    private final Semaphore workers;
    private final Map<String, SubscriptionRunner> runners = new LinkedHashMap<>();
    private final Map<String, Rebuild> rebuilds = new LinkedHashMap<>();
    private final Map<String, BackoffLoop> loops = new LinkedHashMap<>();
    private final List<BackoffLoop> watches = new ArrayList<>();
    private final Map<String, DeliveryMark> marks = new ConcurrentHashMap<>();
    private volatile Map<String, CursorStore.Position> positions = Map.of();
    private volatile long scannedAt = System.nanoTime();
    private volatile boolean running;

    EventDispatcher(
            EventSettings settings,
            Events events,
            DataSource dataSource,
            SubscriptionRunner.EventStores stores,
            Clock clock,
            Collection<Subscription> subscriptions) {
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.stores = stores;
        this.workers = new Semaphore(settings.workersMax(), true);
        this.watermark = new Watermark(dataSource, settings.poll(), settings.gather(), this::wakeSubscribersOf);
        for (Subscription subscription : subscriptions) {
            SubscriptionRunner runner = new SubscriptionRunner(subscription, stores, settings, watermark::seq, clock);
            if (runners.putIfAbsent(subscription.name(), runner) != null) {
                throw new IllegalStateException("Two subscriptions are named " + subscription.name());
            }
            ReadModel model = subscription.readModel();
            if (model != null) {
                rebuilds.put(
                        subscription.name(), new Rebuild(subscription, model, stores, settings, watermark::seq, clock));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        stores.log().createPartitions();
        runners.values().forEach(SubscriptionRunner::register);
        rebuilds.values().forEach(Rebuild::register);
        runners.forEach((name, runner) ->
                loops.put(name, new BackoffLoop("events-" + name, settings.pauseMax(), () -> runBatch(runner))));
        rebuilds.values()
                .forEach(rebuild -> loops.put(
                        rebuild.name(),
                        new BackoffLoop("events-" + rebuild.name(), settings.pauseMax(), () -> runBatch(rebuild))));
        BackoffLoop watch = new BackoffLoop("events-watermark", settings.pauseMax(), watermark::advance);
        watches.add(watch);
        watches.add(new BackoffLoop("events-rescan", settings.pauseMax(), this::rescan));
        events.onWake(watch::wake);
        all().forEach(BackoffLoop::start);
    }

    /** Lets running batches end. A batch that does not end in time is cut off, and the next node or start handles it again. */
    @Override
    public void stop() {
        running = false;
        events.onWake(() -> {});
        List<BackoffLoop> all = all();
        all.forEach(BackoffLoop::stop);
        long deadline = System.nanoTime() + settings.stopMax().toNanos();
        for (BackoffLoop backoffLoop : all) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (!backoffLoop.awaitEnd(left)) {
                backoffLoop.interrupt();
            }
        }
        watermark.reset();
        loops.clear();
        watches.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.SUBSCRIPTIONS;
    }

    /** @throws NotFound if no subscription of that name runs here */
    SubscriptionRunner runner(String subscription) {
        SubscriptionRunner runner = runners.get(subscription);
        if (runner == null) {
            throw new NotFound("subscription");
        }
        return runner;
    }

    /** How a subscription's read model is built again; null if it builds none. */
    @Nullable Rebuild rebuild(String subscription) {
        return rebuilds.get(subscription);
    }

    Collection<SubscriptionRunner> runners() {
        return Collections.unmodifiableCollection(runners.values());
    }

    Watermark watermark() {
        return watermark;
    }

    /** Whether every subscription of this node has handled or parked every event in the log, and no event has come meanwhile. */
    boolean hasCaughtUp() {
        long last = stores.log().lastSeq();
        return watermark.seq() >= last
                && stores.cursors().positions().stream()
                        .filter(position -> hasSubscription(position.name()))
                        .allMatch(position -> isHandled(position, last))
                && stores.log().lastSeq() == last;
    }

    /** A bounded number in each transaction, until none is due. A subscription that another node has and this one has not is not waited for. */
    void forgetPassing() throws InterruptedException {
        Instant now = clock.instant();
        Instant before = now.minus(settings.passingKeptFor());
        int forgotten;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            forgotten = stores.log()
                    .forgetPassing(runners.keySet(), before, now.plus(CLOCKS_DIFFER_MAX), FORGOTTEN_AT_ONCE);
        } while (forgotten == FORGOTTEN_AT_ONCE);
    }

    private boolean isHandled(CursorStore.Position position, long last) {
        Set<String> types = runner(position.name()).subscription().types();
        return position.cursor() >= last
                || stores.log().window(position.cursor(), last, types, 1).isEmpty();
    }

    boolean hasSubscription(String subscription) {
        return runners.containsKey(subscription);
    }

    /** Places between a subscription's cursor and the watermark, as of the last scan. */
    long lag(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        return position == null ? 0 : Math.max(0, watermark.seq() - position.cursor());
    }

    /** A number in the log that a subscription had not reached at this time, {@link System#nanoTime}. */
    private record DeliveryMark(long seq, long nanos) {}

    /** For how long a subscription has had something to do without getting there, to the second. */
    Duration delay(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        DeliveryMark mark = marks.get(subscription);
        return position == null || mark == null || position.cursor() >= mark.seq()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - mark.nanos());
    }

    /** How long ago all cursors were last read; the database is away if that is long. */
    Duration sinceScan() {
        return Duration.ofNanos(System.nanoTime() - scannedAt);
    }

    /** Parked events that wait for somebody, as of the last scan. */
    long givenUpCount(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        return position == null ? 0 : position.givenUp();
    }

    /** Parked events, as of the last scan. */
    long parkedCount(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        return position == null ? 0 : position.parked();
    }

    /** How many steps of a subscription in a row have failed as a whole. */
    int consecutiveFailures(String subscription) {
        BackoffLoop backoffLoop = loops.get(subscription);
        return backoffLoop == null ? 0 : backoffLoop.consecutiveFailures();
    }

    void wake(String subscription) {
        BackoffLoop backoffLoop = loops.get(subscription);
        if (backoffLoop != null) {
            backoffLoop.wake();
        }
    }

    private Duration runBatch(SubscriptionRunner runner) throws InterruptedException {
        workers.acquire();
        try {
            return switch (runner.runBatch()) {
                case MORE -> Duration.ZERO;
                case LOCKED_ELSEWHERE -> LOCKED_RETRY;
                case LEFT_TO_NEWER -> RESCAN_INTERVAL;
                case CAUGHT_UP -> runner.idleTime(IDLE_MAX);
            };
        } finally {
            workers.release();
        }
    }

    /** Looks every second whether another node has begun a rebuild, or died in one. */
    private Duration runBatch(Rebuild rebuild) throws InterruptedException {
        if (!rebuild.isUnderWay()) {
            return RESCAN_INTERVAL;
        }
        workers.acquire();
        try {
            return switch (rebuild.runBatch()) {
                case MORE -> Duration.ZERO;
                case LOCKED_ELSEWHERE -> LOCKED_RETRY;
                case CAUGHT_UP, LEFT_TO_NEWER -> RESCAN_INTERVAL;
            };
        } finally {
            workers.release();
        }
    }

    /** Wakes the subscriptions that handle one of these types, or all if the types are not known. */
    private void wakeSubscribersOf(Set<String> types) {
        runners.forEach((name, runner) -> {
            if (types.isEmpty()
                    || !Collections.disjoint(types, runner.subscription().types())) {
                wake(name);
            }
        });
    }

    /** Finds work that no wake-up tells of: cursors behind events of other types, retries that are due, work of a node that died. */
    private Duration rescan() {
        stores.log().createPartitions();
        Map<String, CursorStore.Position> seen = new LinkedHashMap<>();
        for (CursorStore.Position position : stores.cursors().positions()) {
            SubscriptionRunner runner = runners.get(position.name());
            if (runner != null) {
                seen.put(position.name(), position);
                mark(position);
                if (runner.observe(position)) {
                    wake(position.name());
                }
            }
        }
        positions = seen;
        scannedAt = System.nanoTime();
        return RESCAN_INTERVAL;
    }

    /** The mark stands until the cursor has reached it, so its age says how late the oldest event may be. */
    private void mark(CursorStore.Position position) {
        marks.compute(
                position.name(),
                (name, mark) -> mark != null && position.cursor() < mark.seq()
                        ? mark
                        : new DeliveryMark(watermark.seq(), System.nanoTime()));
    }

    private List<BackoffLoop> all() {
        List<BackoffLoop> all = new ArrayList<>(watches);
        all.addAll(loops.values());
        return all;
    }
}
