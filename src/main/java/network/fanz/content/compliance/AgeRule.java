package network.fanz.content.compliance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a place asks before something goes out that only adults may see.
 *
 * @param country ISO 3166-1 alpha-2; null for whatever is not in the table, which gets the strictest of all
 * @param goodFor how long one proof counts
 * @param from the first day on which the place asks this
 * @param source where it is written; no lawyer has looked at it
 */
public record AgeRule(
        @Nullable String country, Set<AgeMethod> methods, Duration goodFor, LocalDate from, String source) {
    public AgeRule {
        methods = Set.copyOf(methods);
    }
}
