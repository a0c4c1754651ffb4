package network.fanz.content.search;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.content.search.index.NodeIndex;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.stereotype.Component;

/** Says whether works are found here. */
@Component
final class SearchReporter implements PartReporter {
    private static final String PART = "Search";

    private final NodeIndex index;

    SearchReporter(NodeIndex index) {
        this.index = index;
    }

    @Override
    public List<PartReport> reports() {
        if (index.hasFailed()) {
            return List.of(
                    PartReport.attention(
                            PART,
                            "The index of published works cannot be fed. New works are not found.",
                            "Look after the database and the data folder's disk first. The folder search in the data folder can be deleted at any time while the program is stopped."));
        }
        return List.of(
                index.isThere()
                        ? PartReport.works(PART, "Published works are found by their words.")
                        : PartReport.works(
                                PART, Sentence.of("The index of published works is made: {0} %.", index.percent())));
    }
}
