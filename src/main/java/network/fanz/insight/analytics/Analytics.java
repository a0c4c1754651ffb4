package network.fanz.insight.analytics;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import network.fanz.common.CommonEra;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Executive figures. */
@Component
public class Analytics {
    private static final int PAGE_MAX = 200;
    private static final RowStore.Mark START = new RowStore.Mark(
            Instant.parse("9999-01-01T00:00:00Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final Figures figures;
    private final RowStore rows;
    private final Clock clock;

    Analytics(Figures figures, RowStore rows, Clock clock) {
        this.figures = figures;
        this.rows = rows;
        this.clock = clock;
    }

    /** All figures of a period beside those of the period before. */
    public ExecutiveDashboard executiveDashboardData(DashboardPeriod length) {
        Period period = length.endingAt(now());
        Period previous = length.before(period);
        return new ExecutiveDashboard(
                period,
                previous,
                Arrays.stream(Measure.values())
                        .map(measure -> figures.of(measure, period, previous))
                        .toList());
    }

    public Figure figure(Measure measure, DashboardPeriod length) {
        Period period = length.endingAt(now());
        return figures.of(measure, period, length.before(period));
    }

    /** The rows that make a figure up, newest first. */
    public Page<FigureRow> rows(Measure measure, DashboardPeriod length, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        List<FigureRow> found = rows.rows(measure, figures.asset(), length.endingAt(now()), mark(after), size + 1);
        return Page.cut(found, size, Analytics::word);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String word(FigureRow last) {
        return last.at() + "_" + last.id();
    }

    private static RowStore.Mark mark(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        try {
            int cut = after.indexOf('_');
            return new RowStore.Mark(
                    CommonEra.check("after", Instant.parse(after.substring(0, Math.max(cut, 0)))),
                    UUID.fromString(after.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
