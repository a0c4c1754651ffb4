package network.fanz.platform.events;

import java.time.Clock;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Events that subscriptions could not handle, and what an administrator can do about them. */
public class ParkedEvents {
    private static final int PAGE = 50;
    private static final int REASON_MIN = 10;
    private static final int REASON_MAX = 500;

    private final EventDispatcher dispatcher;
    private final ParkedStore parked;
    private final CursorStore cursors;
    private final Events events;
    private final Clock clock;

    ParkedEvents(EventDispatcher dispatcher, ParkedStore parked, CursorStore cursors, Events events, Clock clock) {
        this.dispatcher = dispatcher;
        this.parked = parked;
        this.cursors = cursors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first parked event of every subscription and key, by subscription and key, fifty at a time.
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
     * Tries the parked events of a key again, in order, up to the first that fails again. Emits
     * {@code failed_events_retried}.
     *
     * @return how many of the key are still parked
     * @throws NotFound if there is no such subscription, or the key has no parked event
     */
    public long retry(String subscription, String key, AccountId by) {
        SubscriptionRunner runner = dispatcher.runner(subscription);
        if (parked.count(subscription, key) == 0) {
            throw new NotFound("failed event");
        }
        runner.retry(key, () -> events.append(new ParkedEventsRetried(subscription, key, by, clock.instant())));
        dispatcher.wake(subscription);
        return parked.count(subscription, key);
    }

    /**
     * Takes the first parked event of a key away for good, unhandled; those behind it go on. Emits {@code failed_event_skipped}.
     *
     * @param reason why nothing is lost by it, for the audit log
     * @throws NotFound if it is not the first parked event of this key
     */
    public void skip(String subscription, String key, long seq, String reason, AccountId by) {
        String why = reason(reason);
        SubscriptionRunner runner = dispatcher.runner(subscription);
        Runnable tell = () -> events.append(new ParkedEventSkipped(subscription, key, seq, why, by, clock.instant()));
        if (!runner.skip(key, seq, tell)) {
            throw new NotFound("failed event");
        }
        dispatcher.wake(subscription);
    }

    /**
     * Lets this version of the program go on with a subscription that it leaves to a newer version, after a step back to this one. What
     * only the newer version handles is passed over from here on. Emits {@code subscription_adopted}.
     *
     * @param reason for the audit log
     * @throws NotFound if there is no such subscription, or it is not left to a newer version
     */
    public void adopt(String subscription, String reason, AccountId by) {
        String why = reason(reason);
        SubscriptionRunner runner = dispatcher.runner(subscription);
        if (!runner.types().areLeftToNewer()) {
            throw new NotFound("subscription that is left to a newer version");
        }
        runner.types().adopt(() -> events.append(new SubscriptionAdopted(subscription, why, by, clock.instant())));
        dispatcher.wake(subscription);
    }

    private static String reason(String reason) {
        String text = reason.strip();
        if (text.length() < REASON_MIN || text.length() > REASON_MAX) {
            throw new InvalidField("reason", Sentence.of("Say why, in {0} to {1} letters.", REASON_MIN, REASON_MAX));
        }
        return text;
    }

    /**
     * Builds a read model again from the log's beginning, in the background and beside the one that is read until it is done. If it is being
     * built already, it begins anew. Emits {@code subscription_replayed}.
     *
     * @throws NotFound if there is no such subscription
     * @throws NotReplayable if it builds no read model
     */
    public void replay(String subscription, AccountId by) {
        dispatcher.runner(subscription);
        Rebuild rebuild = dispatcher.rebuild(subscription);
        if (rebuild == null) {
            throw new NotReplayable(subscription);
        }
        rebuild.begin(() -> events.append(new SubscriptionReplayed(subscription, by, clock.instant())));
        dispatcher.wake(rebuild.name());
    }

    /** How far each subscription of this program is. */
    public List<SubscriptionState> subscriptions() {
        long watermark = dispatcher.watermark().seq();
        return cursors.positions().stream()
                .filter(position -> dispatcher.hasSubscription(position.name()))
                .map(position -> state(position, watermark))
                .toList();
    }

    /** Whether every subscription of this program has handled or parked every event, also those that handlers appended. */
    public boolean hasCaughtUp() {
        return dispatcher.hasCaughtUp();
    }

    private SubscriptionState state(CursorStore.Position position, long watermark) {
        Rebuild rebuild = dispatcher.rebuild(position.name());
        return new SubscriptionState(
                position.name(),
                position.cursor(),
                Math.max(0, watermark - position.cursor()),
                position.parked(),
                position.movedAt(),
                rebuild != null,
                rebuild != null && rebuild.isUnderWay() ? rebuild.percent() : null,
                dispatcher.runner(position.name()).types().areLeftToNewer());
    }
}
