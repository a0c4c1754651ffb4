package network.fanz.web.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.content.audience.Follows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a creator's pages show of their works, and whether the reader follows them. */
@Component
public final class CreatorShelf {
    private final WorkTiles tiles;
    private final Follows follows;

    CreatorShelf(WorkTiles tiles, Follows follows) {
        this.tiles = tiles;
        this.follows = follows;
    }

    public Page<WorkTile> works(AccountId creator, @Nullable String after, Caller caller, HttpServletRequest request) {
        return tiles.of(creator, after, caller, request);
    }

    /** What a creator's own page needs of it. */
    public Map<String, Object> of(AccountId creator, Caller caller, HttpServletRequest request) {
        AccountId reader = caller.account();
        return Map.of(
                "works",
                works(creator, null, caller, request),
                "follows",
                reader != null && follows.follows(reader, creator),
                "followers",
                caller.is(creator) ? follows.followers(creator) : 0L);
    }
}
