package network.fanz.content.compliance;

import java.time.Instant;
import java.util.UUID;
import network.fanz.content.moderation.RecordsState;
import org.springframework.stereotype.Component;

/** What moderators are told of the people in a work: that something is missing, and never who somebody is. */
@Component
class ReviewRecords implements RecordsState {
    private final WorkPeople people;

    ReviewRecords(WorkPeople people) {
        this.people = people;
    }

    @Override
    public RecordsSummary ofWork(UUID work) {
        WorkStanding standing = people.standing(work);
        return new RecordsSummary(
                standing.isComplete(),
                standing.people().size(),
                standing.gaps().stream()
                        .map(gap -> gap.words().said())
                        .distinct()
                        .toList());
    }

    @Override
    public Instant peopleSince(UUID work) {
        return people.namedSince(work);
    }
}
