package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes of two versions on one database, of which the newer one handles a type of events that the older one does not know. */
@Tag("database")
class MixedVersionsTest {
    private static final String READER = "test.reader";

    private final TestDatabase database = TestDatabase.fresh();
    private final HandledEvents handled = HandledEvents.in(database);
    private final Queue<Integer> added = new ConcurrentLinkedQueue<>();

    @EventType("test_added")
    record AddedEvent(String key, int number) implements DomainEvent {}

    private EventNode node(boolean newer) {
        EventNode[] self = new EventNode[1];
        Subscription subscription = Subscription.named(READER)
                .on(CountedEvent.class, event -> HandledEvents.note(self[0].client, READER, event));
        if (newer) {
            subscription.on(AddedEvent.class, event -> added.add(event.event().number()));
        }
        self[0] = EventNode.prepared(database, subscription);
        self[0].dispatcher.start();
        return self[0];
    }

    private static void publish(EventNode node) {
        IntStream.range(0, 3).forEach(number -> {
            node.publish("counted", number);
            node.transaction.executeWithoutResult(status -> node.events.append(new AddedEvent("added", number)));
        });
    }

    @Test
    void anOlderNodePassesNothingOverThatOnlyTheNewerOneHandles() {
        try (EventNode older = node(false)) {
            older.publish("before", 0);
            handled.eventuallyHolds(READER, "before", 0);
            node(true).close();
            publish(older);
            handled.eventually(() -> assertThat(state(older).leftToNewer()).isTrue());
            assertThat(handled.numbers(READER, "counted")).isEmpty();
            try (EventNode newer = node(true)) {
                handled.eventuallyHolds(READER, "counted", 0, 1, 2);
                handled.eventually(() -> assertThat(added).containsExactly(0, 1, 2));
                assertThat(state(newer).leftToNewer()).isFalse();
            }
        }
    }

    @Test
    void afterAStepBackForGoodSomebodyLetsTheOlderVersionGoOn() {
        node(true).close();
        try (EventNode older = node(false)) {
            publish(older);
            handled.eventually(() -> assertThat(state(older).leftToNewer()).isTrue());
            older.failed.adopt(READER, "the newer version is not coming back", new AccountId(new UUID(0, 1)));
            handled.eventuallyHolds(READER, "counted", 0, 1, 2);
            handled.eventually(() -> assertThat(state(older).leftToNewer()).isFalse());
        }
    }

    private static SubscriptionState state(EventNode node) {
        List<SubscriptionState> states = node.failed.subscriptions();
        assertThat(states).hasSize(1);
        return states.getFirst();
    }
}
