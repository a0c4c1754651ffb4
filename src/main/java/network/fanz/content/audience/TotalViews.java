package network.fanz.content.audience;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All views since counting began.
 *
 * @param since the UTC day of the first one; null if there is none
 * @param views null if there is none
 */
public record TotalViews(
        @Nullable LocalDate since, @Nullable Long views) {
    static TotalViews of(ViewSum sum) {
        return new TotalViews(sum.since(), sum.since() == null ? null : sum.views());
    }
}
