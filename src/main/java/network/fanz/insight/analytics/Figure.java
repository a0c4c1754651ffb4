package network.fanz.insight.analytics;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import network.fanz.common.Asset;
import org.jspecify.annotations.Nullable;

/**
 * One figure with what it means. No data and zero are two things: null says that nothing had been counted yet by then, or that there
 * is nothing to take a mean of.
 *
 * @param id its name on the API and in addresses
 * @param definition what it counts, in words
 * @param asset what money is counted in; null for a count
 * @param value base units or a count, for the period
 * @param previous the same for the period before
 * @param since the first fact of its kind: counting began then; null if nothing has been counted yet
 * @param comparable whether counting had begun by the first day of the period before; if not, the two periods say nothing of each other
 * @param parts what the value is made up of, by kind; empty where it has no parts
 * @param series the value of each UTC day of the period
 * @param previousSeries the same for the period before
 * @param rows where the rows are that make it up
 */
public record Figure(
        String id,
        String title,
        String definition,
        Metric.MetricUnit unit,
        @Nullable Asset asset,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigInteger value,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigInteger previous,

        @Nullable Instant since,
        boolean comparable,
        List<FigurePart> parts,
        List<DailyValue> series,
        List<DailyValue> previousSeries,
        String rows) {
    /** @param kind such as {@code tip} */
    public record FigurePart(
            String kind,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigInteger value,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigInteger previous) {}

    /** A day's value; null for no data. */
    public record DailyValue(
            LocalDate day,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigInteger value) {}
}
