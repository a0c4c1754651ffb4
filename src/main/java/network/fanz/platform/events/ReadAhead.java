package network.fanz.platform.events;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next stretch of the log while the one before it is handled, so that the server and this node work at once. Below the watermark
 * the log does not change, so it matters not when it is read. Used by one thread at a time.
 */
final class ReadAhead {
    private final EventStore log;
    private final Subscription subscription;
    private @Nullable Stretch asked;
    private Future<ReadStretch> coming;
    private Map<StoredEvent, DeliveredEvent<?>> decoded = Map.of();

    private record Stretch(long after, long upTo, int most) {}

    private record ReadStretch(List<StoredEvent> events, Map<StoredEvent, DeliveredEvent<?>> decoded) {}

    ReadAhead(EventStore log, Subscription subscription) {
        this.log = log;
        this.subscription = subscription;
        this.coming = new FutureTask<>(() -> new ReadStretch(List.of(), Map.of()));
    }

    /** What {@link EventStore#window} gives, at once if it was begun and has come. */
    List<StoredEvent> window(long after, long upTo, int most) {
        boolean begun = new Stretch(after, upTo, most).equals(asked);
        asked = null;
        decoded = Map.of();
        if (begun) {
            try {
                ReadStretch read = coming.get();
                decoded = read.decoded();
                return read.events();
            } catch (ExecutionException failed) {
                // Read again below, where a failure has its consequences.
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return log.window(after, upTo, subscription.types(), most);
    }

    void begin(long after, long upTo, int most) {
        FutureTask<ReadStretch> task = new FutureTask<>(() -> read(after, upTo, most));
        asked = new Stretch(after, upTo, most);
        coming = task;
        Thread.ofVirtual().name("events-read-ahead").start(task);
    }

    /** An event of the stretch that was last given out. */
    DeliveredEvent<?> event(StoredEvent stored) {
        DeliveredEvent<?> known = decoded.get(stored);
        return known == null ? subscription.read(stored) : known;
    }

    private ReadStretch read(long after, long upTo, int most) {
        List<StoredEvent> events = log.window(after, upTo, subscription.types(), most);
        Map<StoredEvent, DeliveredEvent<?>> read = new IdentityHashMap<>(events.size());
        for (StoredEvent event : events) {
            try {
                read.put(event, subscription.read(event));
            } catch (RuntimeException unreadable) {
                // It is read again where it is set aside.
                break;
            }
        }
        return new ReadStretch(events, read);
    }
}
