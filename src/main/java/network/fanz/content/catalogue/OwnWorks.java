package network.fanz.content.catalogue;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has made, and where it stands, as they are told everywhere. */
@Component
@Order(13)
class OwnWorks implements OwnRecords {
    private final Works works;

    OwnWorks(Works works) {
        this.works = works;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<Work>of(
                        "works",
                        "Works that you made, with what you wrote about them and where they stand.",
                        Set.of("catalogue.work", "catalogue.release", "catalogue.release_move"),
                        (owner, after) -> works.of(owner, after, OwnSection.PAGE))
                .with("title", Work::title)
                .with("description", Work::description)
                .with("tags", Work::tags)
                .with("type", work -> work.type().mediaType())
                .with("state", Work::state)
                .with("begun_at", Work::createdAt)
                .with("since", Work::movedAt));
    }
}
