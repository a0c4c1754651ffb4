package network.fanz.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription is.
 *
 * @param cursor all events up to this place in the log are handled or parked
 * @param behind how many places lie between the cursor and the last final event, events of other types included
 * @param failed how many events are parked, those behind another parked event included
 * @param replayable whether it can be built again from the log
 * @param rebuilt how many of a hundred places in the log its new read model has, which is being built; null if none is
 * @param leftToNewer whether this node leaves it to nodes of a newer version, which handles types of events that this one does not know
 */
public record SubscriptionState(
        String name,
        long cursor,
        long behind,
        long failed,
        Instant movedAt,
        boolean replayable,
        @Nullable Integer rebuilt,
        boolean leftToNewer) {}
