package network.fanz.platform.events;

import java.util.List;
import java.util.Set;

/** Cuts a batch into chunks, each for one call of a handler. */
final class BatchSplitter {
    private BatchSplitter() {}

    /**
     * The end of the chunk that begins at {@code start}. A chunk is neighbours of one type, unless types may be mixed, and no more of them
     * than the subscription takes. An event of a parked key is a chunk of its own.
     */
    static int chunkEnd(List<StoredEvent> events, int start, Set<String> parkedKeys, Subscription subscription) {
        StoredEvent first = events.get(start);
        int end = start + 1;
        int last = Math.min(events.size() - start, subscription.atOnceMax()) + start;
        if (parkedKeys.contains(first.key())) {
            return end;
        }
        while (end < last
                && (subscription.mixesTypes() || events.get(end).type().equals(first.type()))
                && !parkedKeys.contains(events.get(end).key())) {
            end++;
        }
        return end;
    }
}
