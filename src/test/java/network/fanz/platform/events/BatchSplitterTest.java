package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many events a handler gets at once decides how long its transaction takes. */
class BatchSplitterTest {
    private final List<StoredEvent> events =
            IntStream.range(0, 10).mapToObj(BatchSplitterTest::event).toList();

    @Test
    void givesAllNeighboursAtOnceUnlessTheSubscriptionTakesFewer() {
        assertThat(BatchSplitter.chunkEnd(events, 0, Set.of(), subscription())).isEqualTo(10);
        Subscription careful = subscription().atMost(4);
        assertThat(BatchSplitter.chunkEnd(events, 0, Set.of(), careful)).isEqualTo(4);
        assertThat(BatchSplitter.chunkEnd(events, 8, Set.of(), careful)).isEqualTo(10);
        assertThat(BatchSplitter.chunkEnd(events, 4, Set.of("key 6"), careful)).isEqualTo(6);
    }

    private static Subscription subscription() {
        return Subscription.named("test.batches").onBatch(CountedEvent.class, batch -> {});
    }

    private static StoredEvent event(int number) {
        return new StoredEvent(number, new UUID(0, number), "test_counted", "key " + number, Instant.EPOCH, "{}");
    }
}
