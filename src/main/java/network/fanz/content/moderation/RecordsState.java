package network.fanz.content.moderation;

import java.util.List;
import java.util.UUID;

/** What is known of the people in a work; implemented by the module that keeps their records. */
public interface RecordsState {
    /**
     * @param complete whether everyone in it has a record and has consented
     * @param gaps what is missing, each in words for staff in the reader's language
     */
    record RecordsSummary(boolean complete, List<String> gaps) {
        public RecordsSummary {
            gaps = List.copyOf(gaps);
        }
    }

    RecordsSummary ofWork(UUID work);
}
