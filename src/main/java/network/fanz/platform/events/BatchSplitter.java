package network.fanz.platform.events;

import java.util.List;
import java.util.Set;

/** Cuts a batch into pieces that one call of a handler takes. */
final class BatchSplitter {
    private BatchSplitter() {}

    /** Where the piece from {@code start} on ends: neighbours of one type; an event of a key that is set aside stands alone. */
    static int chunkEnd(List<StoredEvent> events, int start, Set<String> blocked) {
        StoredEvent first = events.get(start);
        int end = start + 1;
        if (blocked.contains(first.key())) {
            return end;
        }
        while (end < events.size()
                && events.get(end).type().equals(first.type())
                && !blocked.contains(events.get(end).key())) {
            end++;
        }
        return end;
    }
}
