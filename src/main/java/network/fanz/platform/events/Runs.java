package network.fanz.platform.events;

import java.util.List;
import java.util.Set;

/** Cuts a batch into pieces that one call of a handler takes. */
final class Runs {
    private Runs() {}

    /** Where the piece from {@code start} on ends: neighbours of one type; an event of a key that is set aside stands alone. */
    static int end(List<Stored> events, int start, Set<String> blocked) {
        Stored first = events.get(start);
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
