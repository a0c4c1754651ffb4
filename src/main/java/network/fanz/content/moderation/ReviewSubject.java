package network.fanz.content.moderation;

import java.util.List;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.WorkWords;
import network.fanz.content.moderation.RecordsState.RecordsSummary;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has an item in hand looks at.
 *
 * @param digest of its bytes and words: what a decision names
 * @param signals what software says, beside what the policy asks for
 * @param reports for what people have reported it
 * @param reported what they have written
 * @param records null if nothing keeps records
 * @param sameFile other releases of the very same bytes, the latest first
 * @param before what was decided about this creator's works, the latest first
 */
public record ReviewSubject(
        ReleaseInHand release,
        ReleaseState state,
        String digest,
        WorkWords words,
        List<SignalLine> signals,
        List<ReportLine> reports,
        List<String> reported,
        @Nullable RecordsSummary records,
        List<SameFile> sameFile,
        List<ReviewDecision> before) {
    public ReviewSubject {
        signals = List.copyOf(signals);
        reports = List.copyOf(reports);
        reported = List.copyOf(reported);
        sameFile = List.copyOf(sameFile);
        before = List.copyOf(before);
    }

    @Override
    public String toString() {
        return "ReviewSubject[" + release.id() + "]";
    }
}
