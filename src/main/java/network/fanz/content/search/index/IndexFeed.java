package network.fanz.content.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Handle;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.catalogue.ListedStamp;
import network.fanz.content.catalogue.ListedWorks;
import network.fanz.content.catalogue.StampedWork;
import network.fanz.security.identity.Identity;
import org.springframework.stereotype.Component;

/** Brings an index to what the database holds. */
@Component
class IndexFeed {
    private static final int AT_ONCE = 500;
    private static final int STAMPS_AT_ONCE = 2_000;
    private static final double WHOLE = 100;

    private final ListedWorks works;
    private final Handles handles;
    private final Identity identity;

    IndexFeed(ListedWorks works, Handles handles, Identity identity) {
        this.works = works;
        this.handles = handles;
        this.identity = identity;
    }

    /**
     * Holds every stamp against the database's: what is missing or another is read, and what is not published any more goes.
     *
     * @param progress told percents
     * @param stopped asked between pieces
     */
    void compare(WorkIndex index, IntConsumer progress, BooleanSupplier stopped) throws IOException {
        Map<UUID, String> has = index.stamps();
        Set<UUID> gone = new HashSet<>(has.keySet());
        long all = Math.max(works.count(), 1);
        long seen = 0;
        List<ListedStamp> page = works.stamps(null, STAMPS_AT_ONCE);
        while (!page.isEmpty() && !stopped.getAsBoolean()) {
            List<UUID> changed = new ArrayList<>();
            for (ListedStamp stamp : page) {
                gone.remove(stamp.work());
                if (!stamp.stamp().equals(has.get(stamp.work()))) {
                    changed.add(stamp.work());
                }
            }
            put(index, changed);
            seen += page.size();
            progress.accept((int) Math.min(WHOLE * seen / all, WHOLE));
            page = works.stamps(page.getLast().work(), STAMPS_AT_ONCE);
        }
        if (!stopped.getAsBoolean()) {
            index.remove(gone);
        }
        index.refresh();
    }

    /** Reads these anew; those that are not published go. */
    void bring(WorkIndex index, Collection<UUID> changed) throws IOException {
        put(index, List.copyOf(changed));
        index.refresh();
    }

    private void put(WorkIndex index, List<UUID> changed) throws IOException {
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            List<UUID> piece = changed.subList(from, Math.min(from + AT_ONCE, changed.size()));
            Set<UUID> missing = new HashSet<>(piece);
            List<StampedWork> listed = works.read(piece);
            Map<AccountId, String> names = identity.names(
                    listed.stream().map(each -> each.work().creator()).collect(Collectors.toSet()));
            Map<AccountId, String> addresses = names.keySet().stream()
                    .collect(Collectors.toMap(
                            creator -> creator,
                            creator -> handles.of(creator).map(Handle::text).orElse("")));
            for (StampedWork each : listed) {
                AccountId creator = each.work().creator();
                missing.remove(each.work().id());
                index.put(
                        each.work().id(),
                        WorkFields.document(
                                each, names.getOrDefault(creator, ""), addresses.getOrDefault(creator, "")));
            }
            index.remove(missing);
        }
    }
}
