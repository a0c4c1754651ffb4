package network.fanz.content.moderation.texts;

import java.util.List;
import network.fanz.content.moderation.ReviewSeverity;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of words. Where nothing is found a person may still find something.
 *
 * @param policy the version that was asked
 * @param holds whether a rule asks for a reason in words before it is approved
 */
record TextReading(int policy, ReviewSeverity severity, boolean holds, List<TextFinding> findings) {
    TextReading {
        findings = List.copyOf(findings);
    }

    /**
     * A rule that speaks.
     *
     * @param clause of the policy that it is about; null for none
     * @param words what a creator is told of it, in the reader's language; null without a clause
     * @param from where it begins in the text, in UTF-16 units
     * @param to where it has ended
     */
    record TextFinding(
            String rule,
            String signal,
            double score,
            @Nullable String clause,
            @Nullable String words,
            ReviewSeverity severity,
            boolean holds,
            int from,
            int to) {}
}
