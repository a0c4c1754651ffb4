package network.fanz.content.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.listing.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published works for those who keep a copy of their words. What such a copy names is shown only after {@link #standing} was asked. */
@Component
public class ListedWorks {
    private final Listing listing;

    ListedWorks(Listing listing) {
        this.listing = listing;
    }

    /** How many releases are published, also of creators who are not active. */
    public long count() {
        return listing.count();
    }

    /** Works that are published by active creators, in a fixed order. */
    public List<ListedStamp> stamps(@Nullable UUID after, int limit) {
        return listing.stamps(after, limit);
    }

    /** Those of these works that are published by active creators, with their words. */
    public List<StampedWork> read(Collection<UUID> works) {
        return listing.read(works);
    }

    /** @param since what the answer before gave as {@code until}; null for nothing but that */
    public ListedChanges changes(@Nullable String since, int limit) {
        return listing.changes(since, limit);
    }

    /** Those of these releases that are shown at this moment. */
    public List<ListedStanding> standing(Collection<UUID> releases) {
        return listing.standing(releases);
    }

    /** The works of releases, in this order; what is not published any more is left out. */
    public List<PublishedWork> shown(List<UUID> releases) {
        return listing.shown(releases);
    }

    /** What the creator is called has changed: their works are read anew on every node. */
    public void noteChange(AccountId creator) {
        listing.noteChange(creator);
    }
}
