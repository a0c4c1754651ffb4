package network.fanz.content.catalogue.listing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ListedChanges;
import network.fanz.content.catalogue.ListedStamp;
import network.fanz.content.catalogue.ListedStanding;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.StampedWork;
import network.fanz.content.catalogue.listing.ListingStore.StampRow;
import network.fanz.content.catalogue.watching.WatchLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** See {@link network.fanz.content.catalogue.ListedWorks}. */
@Component
public class Listing {
    private final ListingStore store;
    private final WatchLists lists;

    Listing(ListingStore store, WatchLists lists) {
        this.store = store;
        this.lists = lists;
    }

    public long count() {
        return store.count();
    }

    /** Goes on until something is found: a page of creators who are not active is not the end. */
    public List<ListedStamp> stamps(@Nullable UUID after, int limit) {
        UUID last = after;
        while (true) {
            List<StampRow> rows = store.stamps(last, limit);
            List<ListedStamp> active = active(rows);
            if (!active.isEmpty() || rows.size() < limit) {
                return active;
            }
            last = rows.getLast().work();
        }
    }

    private List<ListedStamp> active(List<StampRow> rows) {
        Set<AccountId> active =
                lists.active(rows.stream().map(StampRow::creator).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> active.contains(row.creator()))
                .map(row -> new ListedStamp(row.work(), row.stamp()))
                .toList();
    }

    /** The stamps are read first: what changes in between is read again. */
    public List<StampedWork> read(Collection<UUID> works) {
        Map<UUID, String> stamps = store.stamps(works).stream()
                .collect(Collectors.toMap(StampRow::work, StampRow::stamp, (one, same) -> same));
        List<PublishedWork> published = lists.ofActive(lists.these(works));
        return published.stream()
                .filter(work -> stamps.containsKey(work.id()))
                .map(work -> new StampedWork(work, Objects.requireNonNull(stamps.get(work.id()))))
                .toList();
    }

    public ListedChanges changes(@Nullable String since, int limit) {
        return store.changes(since, limit);
    }

    public List<ListedStanding> standing(Collection<UUID> releases) {
        List<ListedStanding> published = store.standing(releases);
        Set<AccountId> active =
                lists.active(published.stream().map(ListedStanding::creator).collect(Collectors.toSet()));
        return published.stream()
                .filter(release -> active.contains(release.creator()))
                .toList();
    }

    public List<PublishedWork> shown(List<UUID> releases) {
        Map<UUID, PublishedWork> found = lists.ofReleases(releases).stream()
                .collect(Collectors.toMap(PublishedWork::release, Function.identity(), (one, same) -> same));
        return releases.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    public void noteChange(AccountId creator) {
        store.noteChange(creator);
    }
}
