package network.fanz.content.audience;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.content.audience.FollowStore.FollowRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has watched, and whom they follow. */
@Component
@Order(15)
class OwnAudience implements OwnRecords {
    private final WatchHistory history;
    private final FollowStore follows;

    OwnAudience(WatchHistory history, FollowStore follows) {
        this.history = history;
        this.follows = follows;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(
                OwnSection.<WatchedWork>of(
                                "watched",
                                "Works that you have watched and that your history remembers, the latest first.",
                                Set.of("audience.watched"),
                                (owner, after) -> history.of(owner, after, OwnSection.PAGE))
                        .with("work", WatchedWork::work)
                        .with("last_watched_at", WatchedWork::lastAt)
                        .with("stopped_at_second", WatchedWork::seconds),
                OwnSection.<Boolean>ofFew(
                                "history",
                                "Whether your history remembers what you watch.",
                                Set.of("audience.paused"),
                                owner -> List.of(history.remembers(owner)))
                        .with("remembers", remembers -> remembers),
                OwnSection.<FollowRow>ofFew(
                                "follows", "Creators whom you follow.", Set.of("audience.follow"), follows::rows)
                        .with("creator", FollowRow::creator)
                        .with("since", FollowRow::followedAt));
    }
}
