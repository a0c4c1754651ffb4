package network.fanz.platform.events;

import java.time.Clock;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import org.jspecify.annotations.Nullable;

/** What subscriptions could not handle, and what to do about it. */
public class ParkedEvents {
    private static final int PAGE = 50;

    private final EventDispatcher engine;
    private final ParkedStore parked;
    private final CursorStore cursors;
    private final Events events;
    private final Clock clock;

    ParkedEvents(EventDispatcher engine, ParkedStore parked, CursorStore cursors, Events events, Clock clock) {
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
    public Page<ParkedEvent> list(@Nullable String after) {
        int colon = after == null ? -1 : after.indexOf(':');
        String subscription = after == null || colon < 0 ? "" : after.substring(0, colon);
        String key = after == null || colon < 0 ? "" : after.substring(colon + 1);
        List<ParkedEvent> rows = parked.firstOfEachKey(subscription, key, PAGE + 1);
        if (rows.size() <= PAGE) {
            return new Page<>(rows, null);
        }
        ParkedEvent last = rows.get(PAGE - 1);
        return new Page<>(rows.subList(0, PAGE), last.subscription() + ":" + last.key());
    }

    /**
     * Tries the failed events of a key again, in order, up to the first that fails again. Emits
     * {@code failed_events_retried}.
     *
     * @return how many of the key are left
     * @throws NotFound if there is no such subscription, or nothing of the key is set aside
     */
    public long retry(String subscription, String key, AccountId by) {
        SubscriptionRunner runner = engine.runner(subscription);
        if (parked.count(subscription, key) == 0) {
            throw new NotFound("failed event");
        }
        runner.retry(key, () -> events.append(new ParkedEventsRetried(subscription, key, by, clock.instant())));
        engine.wake(subscription);
        return parked.count(subscription, key);
    }

    /**
     * Empties a read model and builds it again from the log's beginning, in the background. Emits {@code subscription_replayed}.
     *
     * @throws NotFound if there is no such subscription
     * @throws NotReplayable if it builds no read model
     */
    public void replay(String subscription, AccountId by) {
        SubscriptionRunner runner = engine.runner(subscription);
        Runnable reset = runner.subscription().reset();
        if (reset == null) {
            throw new NotReplayable(subscription);
        }
        runner.replay(reset, () -> events.append(new SubscriptionReplayed(subscription, by, clock.instant())));
        engine.wake(subscription);
    }

    /** How far each subscription of this program is. */
    public List<SubscriptionState> subscriptions() {
        long safe = engine.watermark().seq();
        return cursors.positions().stream()
                .filter(position -> engine.hasSubscription(position.name()))
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
                engine.runner(position.name()).subscription().reset() != null);
    }
}
