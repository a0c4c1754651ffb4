package network.fanz.content.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.content.audience.DayTotalStore.DayChange;
import network.fanz.content.audience.Look.LookKey;
import network.fanz.content.media.Renditions;
import org.springframework.stereotype.Component;

/** Makes views of looks. One node at a time writes, so that two who were sent parts of one view make one of it. */
@Component
class ViewBook {
    private final ViewStore store;
    private final DayTotalStore totals;
    private final Renditions renditions;
    private final Clock clock;

    ViewBook(ViewStore store, DayTotalStore totals, Renditions renditions, @Steady Clock clock) {
        this.store = store;
        this.totals = totals;
        this.renditions = renditions;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction.
     *
     * @return those that are no view yet, and may become one
     */
    List<Look> write(List<Look> looks) {
        store.lock();
        Map<LookKey, View> newest = store.newest(looks.stream().map(Look::key).toList());
        List<Look> early = new ArrayList<>();
        List<View> longer = new ArrayList<>();
        List<DayChange> changes = new ArrayList<>();
        for (Look look : looks) {
            View before = newest.get(look.key());
            if (before != null && before.goesOnWith(look)) {
                View now = before.and(look);
                longer.add(now);
                changes.add(DayChange.between(before, now));
            } else if (!begin(look, changes) && isFresh(look)) {
                early.add(look);
            }
        }
        store.update(longer);
        totals.add(changes);
        return early;
    }

    /** False if too little was sent for a view. */
    private boolean begin(Look look, List<DayChange> changes) {
        int parts = look.film() ? parts(look) : 1;
        BitSet pieces = look.pieces().get(0, parts);
        if (!ViewRules.isView(pieces, parts)) {
            return false;
        }
        View view = View.begun(Ids.next(clock), look, pieces, parts);
        int before = store.ofViewer(view);
        boolean isStranger = look.network() != null && before == 0;
        if (before < ViewRules.OF_VIEWER_MAX && !(isStranger && store.ofNetwork(view) >= ViewRules.OF_NETWORK_MAX)) {
            store.insert(view);
            changes.add(DayChange.of(view, before == 0));
        }
        return true;
    }

    private int parts(Look look) {
        return renditions.of(look.upload()).stream()
                .map(ViewRules::piece)
                .flatMapToInt(OptionalInt::stream)
                .map(piece -> piece + 1)
                .max()
                .orElse(0);
    }

    private boolean isFresh(Look look) {
        return look.first().plus(ViewRules.SAME_VIEW).isAfter(clock.instant());
    }
}
