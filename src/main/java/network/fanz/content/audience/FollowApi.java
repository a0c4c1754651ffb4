package network.fanz.content.audience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.catalogue.PublishedWork;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom you follow, and what is new of them. */
@RestController
@Tag(name = "audience")
class FollowApi {
    private static final int LISTED_MAX = 100;

    private final Follows follows;

    FollowApi(Follows follows) {
        this.follows = follows;
    }

    /** A published work of somebody whom you follow. */
    record FollowedWork(UUID id, AccountId creator, String title, Instant publishedAt) {
        static FollowedWork of(PublishedWork work) {
            return new FollowedWork(work.id(), work.creator(), work.title(), work.publishedAt());
        }
    }

    /** @param creators whose accounts are active, the latest followed first */
    record FollowedCreators(List<AccountId> creators) {}

    record FollowerCount(long followers) {}

    @PutMapping("/api/v1/follows/{creator}")
    @Access
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "followCreator", summary = "Follow a creator")
    void follow(@PathVariable("creator") AccountId creator, Caller caller) {
        follows.follow(caller.requireAccount(), creator);
    }

    @DeleteMapping("/api/v1/follows/{creator}")
    @Access
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unfollowCreator", summary = "Follow a creator no more")
    void unfollow(@PathVariable("creator") AccountId creator, Caller caller) {
        follows.unfollow(caller.requireAccount(), creator);
    }

    @GetMapping("/api/v1/follows")
    @Access
    @Operation(operationId = "listFollows", summary = "Whom you follow")
    FollowedCreators list(Caller caller) {
        return new FollowedCreators(follows.of(caller.requireAccount()));
    }

    @GetMapping("/api/v1/follows/works")
    @Access
    @Operation(
            operationId = "listFollowedWorks",
            summary = "Published works of those whom you follow, the newest first")
    Page<FollowedWork> works(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        return follows.works(caller.requireAccount(), after, Math.clamp(limit, 1, LISTED_MAX))
                .map(FollowedWork::of);
    }

    @GetMapping("/api/v1/followers/count")
    @Access(Role.CREATOR)
    @Operation(operationId = "countFollowers", summary = "How many people follow you")
    FollowerCount count(Caller caller) {
        return new FollowerCount(follows.followers(caller.requireAccount()));
    }
}
