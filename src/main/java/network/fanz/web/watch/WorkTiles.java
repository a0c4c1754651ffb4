package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.content.audience.Follows;
import network.fanz.content.catalogue.MediaAddress;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.PublishedWorks;
import network.fanz.web.show.PublicNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of published works as a reader sees them. */
@Component
public final class WorkTiles {
    private static final int SHOWN = 24;

    private final PublishedWorks works;
    private final PublicNames names;
    private final Viewers viewers;
    private final Follows follows;

    WorkTiles(PublishedWorks works, PublicNames names, Viewers viewers, Follows follows) {
        this.follows = follows;
        this.works = works;
        this.names = names;
        this.viewers = viewers;
    }

    public Page<WorkTile> newest(@Nullable String after, Caller caller, HttpServletRequest request) {
        return tiles(works.newest(after, SHOWN), caller, request);
    }

    public Page<WorkTile> of(AccountId creator, @Nullable String after, Caller caller, HttpServletRequest request) {
        return tiles(works.of(creator, after, SHOWN), caller, request);
    }

    /** Those that the caller's passes open. */
    public Page<WorkTile> opened(@Nullable String after, Caller caller, HttpServletRequest request) {
        return tiles(works.openedBy(caller.requireAccount(), after, SHOWN), caller, request);
    }

    /** Those of creators whom the caller follows. */
    Page<WorkTile> followed(@Nullable String after, Caller caller, HttpServletRequest request) {
        return tiles(follows.works(caller.requireAccount(), after, SHOWN), caller, request);
    }

    /** Those of these works that are published now, by their ids. */
    Map<UUID, WorkTile> these(Collection<UUID> ids, Caller caller, HttpServletRequest request) {
        return tiles(new Page<>(List.copyOf(works.these(ids).values()), null), caller, request).items().stream()
                .collect(Collectors.toMap(WorkTile::id, Function.identity()));
    }

    Page<WorkTile> tiles(Page<PublishedWork> page, Caller caller, HttpServletRequest request) {
        List<PublishedWork> shown = page.items();
        Map<UUID, MediaAddress> open = works.addresses(shown, viewers.of(request, caller));
        Map<AccountId, String> creators =
                names.of(shown.stream().map(PublishedWork::creator).distinct().toList());
        return page.map(work -> tile(work, creators.getOrDefault(work.creator(), ""), open.get(work.id())));
    }

    private static WorkTile tile(PublishedWork work, String name, @Nullable MediaAddress address) {
        return new WorkTile(
                work.id(),
                work.title(),
                work.creator(),
                name,
                work.type().isFilm(),
                address == null ? null : address.base() + "thumbnail.jpg",
                work.showing().audience().isForSupporters(),
                work.showing().price(),
                work.publishedAt());
    }
}
