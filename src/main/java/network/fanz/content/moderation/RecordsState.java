package network.fanz.content.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is known of the people in a work; implemented by the module that keeps their records. */
public interface RecordsState {
    /**
     * @param complete whether everyone who is said to be in it has a record and has consented
     * @param people how many its creator says are in it: none where they say that it shows no real person, or have said nothing yet
     * @param gaps what is missing, each in words for staff in the reader's language
     */
    record RecordsSummary(boolean complete, int people, List<String> gaps) {
        public RecordsSummary {
            gaps = List.copyOf(gaps);
        }
    }

    RecordsSummary ofWork(UUID work);

    /** What was decided about a work up to then does not count: since then other people are said to be in it. */
    Instant peopleSince(UUID work);
}
