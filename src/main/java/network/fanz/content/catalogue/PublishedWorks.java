package network.fanz.content.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.content.catalogue.watching.ShowingRegister;
import network.fanz.content.catalogue.watching.WatchDoor;
import network.fanz.content.catalogue.watching.WatchLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works that are published, and who may watch which. What is not published is not there, for whoever asks. */
@Component
public class PublishedWorks {
    private final WatchLists lists;
    private final WatchDoor door;
    private final ShowingRegister showings;

    PublishedWorks(WatchLists lists, WatchDoor door, ShowingRegister showings) {
        this.lists = lists;
        this.door = door;
        this.showings = showings;
    }

    /** The newest of all. */
    public Page<PublishedWork> newest(@Nullable String after, int limit) {
        return cut(lists.newest(mark(after), limit + 1), limit);
    }

    /** A creator's, the newest first. */
    public Page<PublishedWork> of(AccountId creator, @Nullable String after, int limit) {
        return cut(lists.of(creator, mark(after), limit + 1), limit);
    }

    /** Those of several creators, the newest first. */
    public Page<PublishedWork> ofAny(Collection<AccountId> creators, @Nullable String after, int limit) {
        return cut(lists.of(creators, mark(after), limit + 1), limit);
    }

    /** Those of these works that are published now, by their ids. */
    public Map<UUID, PublishedWork> these(Collection<UUID> works) {
        return lists.ofActive(lists.these(works)).stream()
                .collect(Collectors.toMap(PublishedWork::id, Function.identity(), (one, same) -> one));
    }

    /** Those of creators whose pass the fan holds now, the newest first. */
    public Page<PublishedWork> openedBy(AccountId fan, @Nullable String after, int limit) {
        return cut(lists.openedBy(fan, mark(after), limit + 1), limit);
    }

    public Optional<PublishedWork> find(UUID work) {
        return lists.find(work).filter(found -> !lists.ofActive(List.of(found)).isEmpty());
    }

    /** What stands between the viewer and the work now. */
    public WatchAccess access(PublishedWork work, Viewer viewer) {
        return door.access(work, viewer);
    }

    /**
     * Where the viewer's session fetches what is shown of the work, for some minutes; each request there is looked at again.
     *
     * @throws AgeNotAssured if nothing shows that the viewer is of age
     * @throws PassNeeded if the work is for supporters, and they are none
     * @throws PurchaseNeeded if it is sold by itself, and they have not bought it
     */
    public MediaAddress address(PublishedWork work, Viewer viewer) {
        return door.address(work, viewer);
    }

    /** Where the viewer's session fetches them, for those of these works that it may watch now. */
    public Map<UUID, MediaAddress> addresses(List<PublishedWork> shown, Viewer viewer) {
        return door.addresses(shown, viewer);
    }

    /** @throws network.fanz.common.NotFound if the work is nobody's or somebody else's */
    public Showing showing(UUID work, AccountId creator) {
        return showings.showing(work, creator);
    }

    /**
     * Says to whom a work is shown, also after it was published, and what it costs by itself: a price is that of what is bought from then on.
     * Emits nothing.
     *
     * @throws InvalidField if no buyer can pay such a price here
     * @throws network.fanz.common.NotFound if the work is nobody's or somebody else's
     */
    public void show(UUID work, AccountId creator, Showing showing) {
        showings.change(work, creator, showing);
    }

    private Page<PublishedWork> cut(List<PublishedWork> rows, int limit) {
        Page<PublishedWork> page = Page.cut(rows, limit, work -> work.release().toString());
        return new Page<>(lists.ofActive(page.items()), page.next());
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : CanonicalText.uuid(after);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
