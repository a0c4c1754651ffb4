package network.fanz.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import network.fanz.common.NotFound;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers the log on this node: one thread watches the horizon, one looks round every second, and one a subscription handles its
 * batches, a bounded number of them at a time.
 */
final class EventEngine implements SmartLifecycle {
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration WHILE_BUSY = Duration.ofMillis(50);

    private final EventSettings settings;
    private final Events events;
    private final Reader.Stores stores;
    private final Horizon horizon;
    private final Semaphore workers;
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final Map<String, Loop> loops = new LinkedHashMap<>();
    private final List<Loop> watches = new ArrayList<>();
    private volatile Map<String, CursorStore.Position> positions = Map.of();
    private volatile boolean running;

    EventEngine(
            EventSettings settings,
            Events events,
            DataSource dataSource,
            Reader.Stores stores,
            Clock clock,
            Collection<Subscription> subscriptions) {
        this.settings = settings;
        this.events = events;
        this.stores = stores;
        this.workers = new Semaphore(settings.workersMax(), true);
        this.horizon = new Horizon(dataSource, settings.poll(), settings.gather(), this::advanced);
        for (Subscription subscription : subscriptions) {
            Reader reader = new Reader(subscription, stores, settings, horizon::safe, clock);
            if (readers.putIfAbsent(subscription.name(), reader) != null) {
                throw new IllegalStateException("Two subscriptions are named " + subscription.name());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        stores.log().makeRoom();
        readers.values().forEach(Reader::register);
        readers.forEach((name, reader) ->
                loops.put(name, new Loop("events-" + name, settings.pauseMax(), () -> handle(reader))));
        Loop watch = new Loop("events-horizon", settings.pauseMax(), horizon::look);
        watches.add(watch);
        watches.add(new Loop("events-round", settings.pauseMax(), this::lookRound));
        events.whenWoken(watch::wake);
        all().forEach(Loop::start);
    }

    /** Lets running batches end; a batch that does not is cut off, and done again by whoever comes next. */
    @Override
    public void stop() {
        running = false;
        events.whenWoken(() -> {});
        List<Loop> all = all();
        all.forEach(Loop::end);
        long deadline = System.nanoTime() + settings.stopMax().toNanos();
        for (Loop loop : all) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (!loop.ended(left)) {
                loop.interrupt();
            }
        }
        horizon.forget();
        loops.clear();
        watches.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** @throws NotFound if no subscription of that name runs here */
    Reader reader(String subscription) {
        Reader reader = readers.get(subscription);
        if (reader == null) {
            throw new NotFound("subscription");
        }
        return reader;
    }

    Collection<Reader> readers() {
        return Collections.unmodifiableCollection(readers.values());
    }

    Horizon horizon() {
        return horizon;
    }

    /** Whether every event in the log is handled, or set aside, by every subscription of this node, and none has come meanwhile. */
    boolean hasCaughtUp() {
        long last = stores.log().last();
        return horizon.safe() >= last
                && stores.cursors().positions().stream()
                        .filter(position -> runs(position.name()))
                        .allMatch(position -> isHandled(position, last))
                && stores.log().last() == last;
    }

    private boolean isHandled(CursorStore.Position position, long last) {
        Set<String> types = reader(position.name()).subscription().types();
        return position.cursor() >= last
                || stores.log().window(position.cursor(), last, types, 1).isEmpty();
    }

    boolean runs(String subscription) {
        return readers.containsKey(subscription);
    }

    /** Places between a subscription's cursor and the watermark, as of the last look round. */
    long lag(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        return position == null ? 0 : Math.max(0, horizon.safe() - position.cursor());
    }

    /** Events set aside, as of the last look round. */
    long parked(String subscription) {
        CursorStore.Position position = positions.get(subscription);
        return position == null ? 0 : position.parked();
    }

    /** How many tries in a row a subscription has failed to do anything at all. */
    int failures(String subscription) {
        Loop loop = loops.get(subscription);
        return loop == null ? 0 : loop.failures();
    }

    void wake(String subscription) {
        Loop loop = loops.get(subscription);
        if (loop != null) {
            loop.wake();
        }
    }

    private Duration handle(Reader reader) throws InterruptedException {
        workers.acquire();
        try {
            return switch (reader.next()) {
                case MORE -> Duration.ZERO;
                case BUSY -> WHILE_BUSY;
                case DONE -> reader.untilRetry(REST);
            };
        } finally {
            workers.release();
        }
    }

    /** Wakes those who have something to do in what has become final. */
    private void advanced(Set<String> types) {
        readers.forEach((name, reader) -> {
            if (types.isEmpty()
                    || !Collections.disjoint(types, reader.subscription().types())) {
                wake(name);
            }
        });
    }

    /** Finds what no wake-up tells of: cursors behind events of others' types, retries that are due, work of a node that died. */
    private Duration lookRound() {
        stores.log().makeRoom();
        Map<String, CursorStore.Position> seen = new LinkedHashMap<>();
        for (CursorStore.Position position : stores.cursors().positions()) {
            Reader reader = readers.get(position.name());
            if (reader != null) {
                seen.put(position.name(), position);
                if (reader.observe(position)) {
                    wake(position.name());
                }
            }
        }
        positions = seen;
        return ROUND;
    }

    private List<Loop> all() {
        List<Loop> all = new ArrayList<>(watches);
        all.addAll(loops.values());
        return all;
    }
}
