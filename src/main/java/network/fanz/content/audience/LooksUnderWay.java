package network.fanz.content.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.content.audience.Look.LookKey;

/** Looks that this node has not written yet. Whoever has no account uses half of the room at the most. */
final class LooksUnderWay {
    private final int max;
    private final Map<LookKey, Look> known = new HashMap<>();
    private final Map<LookKey, Look> strangers = new HashMap<>();
    private long dropped;

    /** @param max how many looks there are at once */
    LooksUnderWay(int max) {
        this.max = max;
    }

    synchronized void add(Look look) {
        Map<LookKey, Look> those = look.account() == null ? strangers : known;
        boolean room = those == known ? known.size() + strangers.size() < max : strangers.size() < max / 2;
        if (room || those.containsKey(look.key())) {
            those.merge(look.key(), look, Look::and);
        } else {
            dropped++;
        }
    }

    /** All of them, which are then gone from here. */
    synchronized List<Look> take() {
        List<Look> all = new ArrayList<>(known.values());
        all.addAll(strangers.values());
        known.clear();
        strangers.clear();
        return all;
    }

    /** How many there was no room for since this was last asked. */
    synchronized long takeDropped() {
        long now = dropped;
        dropped = 0;
        return now;
    }
}
