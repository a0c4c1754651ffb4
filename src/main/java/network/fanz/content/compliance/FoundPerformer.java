package network.fanz.content.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A record as a search shows it: by what people are told apart, and nothing else. Its page is a look of its own.
 *
 * @param complete whether nothing is missing in it
 */
public record FoundPerformer(UUID id, String legalName, List<String> otherNames, boolean complete, Instant recordedAt) {
    public FoundPerformer {
        otherNames = List.copyOf(otherNames);
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "FoundPerformer[" + id + "]";
    }
}
