package network.fanz.content.moderation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When a person should look sooner. A rule speaks if all that it asks for is so; what it leaves out it does not ask. It can never say that
 * nobody needs to look.
 *
 * @param name small letters, digits and dashes
 * @param surface null for any
 * @param signal what software says, by its name; null if it is not asked
 * @param atLeast from which score on, between 0 and 1; only with a signal
 * @param rejectedBefore how many works of the creator were rejected before; null if it is not asked
 * @param report what people have reported; null if it is not asked
 * @param severity how soon a person should look
 * @param holds whether it is approved only with a reason in words
 * @param clause of the policy that it is about; null for none
 */
public record PolicyRule(
        String name,
        @Nullable PolicySurface surface,
        @Nullable String signal,
        @Nullable BigDecimal atLeast,
        @Nullable Integer rejectedBefore,
        @Nullable ReportReason report,
        ReviewSeverity severity,
        boolean holds,
        @Nullable String clause) {
    boolean speaks(PolicyFacts facts) {
        return (surface == null || surface == facts.surface())
                && (signal == null || scores(facts))
                && (rejectedBefore == null || facts.rejectedBefore() >= rejectedBefore)
                && (report == null || facts.reports().contains(report));
    }

    private boolean scores(PolicyFacts facts) {
        BigDecimal score = facts.signals().get(signal);
        return score != null && atLeast != null && score.compareTo(atLeast) >= 0;
    }
}
