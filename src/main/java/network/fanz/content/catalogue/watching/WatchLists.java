package network.fanz.content.catalogue.watching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Catalogue;
import network.fanz.content.catalogue.OwnedPass;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.releases.SealedWords;
import network.fanz.content.catalogue.watching.WatchStore.WatchRow;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of what is published. */
@Component
public class WatchLists {
    private final WatchStore store;
    private final SealedWords words;
    private final Catalogue catalogue;
    private final Identity identity;

    WatchLists(WatchStore store, SealedWords words, Catalogue catalogue, Identity identity) {
        this.store = store;
        this.words = words;
        this.catalogue = catalogue;
        this.identity = identity;
    }

    public List<PublishedWork> newest(@Nullable UUID after, int limit) {
        return store.newest(after, limit).stream().map(this::work).toList();
    }

    public List<PublishedWork> of(AccountId creator, @Nullable UUID after, int limit) {
        return of(Set.of(creator), after, limit);
    }

    public List<PublishedWork> of(Collection<AccountId> creators, @Nullable UUID after, int limit) {
        return creators.isEmpty()
                ? List.of()
                : store.of(creators, after, limit).stream().map(this::work).toList();
    }

    public List<PublishedWork> these(Collection<UUID> works) {
        return works.isEmpty()
                ? List.of()
                : store.these(works).stream().map(this::work).toList();
    }

    public List<PublishedWork> openedBy(AccountId fan, @Nullable UUID after, int limit) {
        Set<AccountId> creators = catalogue.library(fan).stream()
                .filter(OwnedPass::active)
                .map(OwnedPass::creator)
                .collect(Collectors.toSet());
        return creators.isEmpty()
                ? List.of()
                : store.forSupporters(creators, after, limit).stream()
                        .map(this::work)
                        .toList();
    }

    public Optional<PublishedWork> find(UUID work) {
        return store.ofWork(work).map(this::work);
    }

    public List<PublishedWork> ofReleases(Collection<UUID> releases) {
        return store.ofReleases(releases).stream().map(this::work).toList();
    }

    /** Without those whose creator is suspended, or is none any more. */
    public List<PublishedWork> ofActive(List<PublishedWork> among) {
        Set<AccountId> active =
                active(among.stream().map(PublishedWork::creator).collect(Collectors.toSet()));
        return among.stream().filter(work -> active.contains(work.creator())).toList();
    }

    /** Those of these accounts that are creators and neither suspended nor closed. */
    public Set<AccountId> active(Set<AccountId> creators) {
        Map<AccountId, AccountSummary> known = identity.summaries(creators);
        return creators.stream().filter(creator -> isActive(known.get(creator))).collect(Collectors.toSet());
    }

    private static boolean isActive(@Nullable AccountSummary creator) {
        return creator != null
                && creator.state() == AccountState.ACTIVE
                && creator.roles().contains(Role.CREATOR);
    }

    private PublishedWork work(WatchRow row) {
        return new PublishedWork(
                row.work(),
                row.release(),
                row.version(),
                row.creator(),
                row.upload(),
                row.type(),
                words.title(row.work(), row.title()),
                words.description(row.work(), row.description()),
                words.tags(row.work(), row.tags()),
                row.showing(),
                row.publishedAt());
    }
}
