package network.fanz.platform.events;

import java.time.Clock;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;

/** What subscriptions could not handle, and what to do about it. */
public class FailedEvents {
    private static final int PAGE = 50;

    private final EventEngine engine;
    private final ParkedStore parked;
    private final CursorStore cursors;
    private final Events events;
    private final Clock clock;

    FailedEvents(EventEngine engine, ParkedStore parked, CursorStore cursors, Events events, Clock clock) {
        this.engine = engine;
        this.parked = parked;
        this.cursors = cursors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first failed event of every subscription and key, by subscription and key, fifty at a time.
     *
     * @param after the last page's {@code next}; null for the first page
     */
    public Page<FailedEvent> failed(@Nullable String after) {
        int colon = after == null ? -1 : after.indexOf(':');
        String subscription = after == null || colon < 0 ? "" : after.substring(0, colon);
        String key = after == null || colon < 0 ? "" : after.substring(colon + 1);
        List<FailedEvent> rows = parked.failed(subscription, key, PAGE + 1);
        if (rows.size() <= PAGE) {
            return new Page<>(rows, null);
        }
        FailedEvent last = rows.get(PAGE - 1);
        return new Page<>(rows.subList(0, PAGE), last.subscription() + ":" + last.key());
    }

    /**
     * Tries the failed events of a key again, in order, up to the first that fails again. Appends {@link FailedEventsRetried}.
     *
     * @return how many of the key are left
     * @throws NotFound if there is no such subscription, or nothing of the key is set aside
     */
    public long retry(String subscription, String key, AccountId by) {
        Reader reader = engine.reader(subscription);
        if (parked.count(subscription, key) == 0) {
            throw new NotFound("failed event");
        }
        reader.retry(key, () -> events.append(new FailedEventsRetried(subscription, key, by, clock.instant())));
        engine.wake(subscription);
        return parked.count(subscription, key);
    }

    /**
     * Empties a read model and builds it again from the log's beginning, in the background. Appends {@link SubscriptionReplayed}.
     *
     * @throws NotFound if there is no such subscription
     * @throws NotReplayable if it builds no read model
     */
    public void replay(String subscription, AccountId by) {
        Reader reader = engine.reader(subscription);
        Runnable reset = reader.subscription().reset();
        if (reset == null) {
            throw new NotReplayable(subscription);
        }
        reader.replay(reset, () -> events.append(new SubscriptionReplayed(subscription, by, clock.instant())));
        engine.wake(subscription);
    }

    /** How far each subscription of this program is. */
    public List<SubscriptionState> subscriptions() {
        long safe = engine.horizon().safe();
        return cursors.positions().stream()
                .filter(position -> engine.runs(position.name()))
                .map(position -> state(position, safe))
                .toList();
    }

    /** Whether every event has been handled, or set aside, by every subscription of this program, what handlers appended included. */
    public boolean hasCaughtUp() {
        return engine.hasCaughtUp();
    }

    private SubscriptionState state(CursorStore.Position position, long safe) {
        return new SubscriptionState(
                position.name(),
                position.cursor(),
                Math.max(0, safe - position.cursor()),
                position.parked(),
                position.movedAt(),
                engine.reader(position.name()).subscription().reset() != null);
    }
}
