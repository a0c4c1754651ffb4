package network.fanz.insight.analytics;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.common.TimestampRange;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.postgres.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Executive figures. */
@Component
public class Analytics {
    private static final int PAGE_MAX = 200;
    private static final FigureRowStore.FigureRowCursor START = new FigureRowStore.FigureRowCursor(
            Instant.parse("9999-01-01T00:00:00Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final FigureCalculator figureCalculator;
    private final FactGenerationStore generations;
    private final FigureRowStore rows;
    private final ParkedEvents subscriptions;
    private final SnapshotStore snapshot;
    private final Clock clock;

    Analytics(
            FigureCalculator figureCalculator,
            FactGenerationStore generations,
            FigureRowStore rows,
            ParkedEvents subscriptions,
            DataSource source,
            Clock clock) {
        this.figureCalculator = figureCalculator;
        this.generations = generations;
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.snapshot = new SnapshotStore(source);
        this.clock = clock;
    }

    /** All figures of a period beside those of the period before. */
    public ExecutiveDashboard executiveDashboardData(DashboardPeriod length) {
        Period period = length.endingAt(now());
        Period previous = length.before(period);
        return new ExecutiveDashboard(
                period, previous, figureCalculator.all(period, previous), ExecutiveDashboard.NOT_MEASURED);
    }

    public Figure figure(Metric metric, DashboardPeriod length) {
        Period period = length.endingAt(now());
        return figureCalculator.of(metric, period, length.before(period));
    }

    /** The rows that make a figure up, newest first. */
    public Page<FigureRow> rows(Metric metric, DashboardPeriod length, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(rows.rows(source(metric, length), cursor(after), size + 1), size, Analytics::cursorText);
    }

    /** The same, all of them as they are at one moment, however many there are. */
    public void forEachRow(Metric metric, DashboardPeriod length, Consumer<FigureRow> reader) {
        snapshot.read(() -> rows.forEach(source(metric, length), reader));
    }

    /** How much of the event log the figures hold. */
    public CountingProgress progress() {
        return subscriptions.subscriptions().stream()
                .filter(state -> state.name().equals(AnalyticsConfiguration.SUBSCRIPTION))
                .findFirst()
                .map(state -> new CountingProgress(state.rebuilt(), state.behind(), state.failed()))
                .orElseThrow();
    }

    private FigureRowStore.FigureRowSource source(Metric metric, DashboardPeriod length) {
        return new FigureRowStore.FigureRowSource(
                metric, generations.read(), figureCalculator.asset(), length.endingAt(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cursorText(FigureRow last) {
        return last.at() + "_" + last.id();
    }

    private static FigureRowStore.FigureRowCursor cursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        try {
            int cut = after.indexOf('_');
            return new FigureRowStore.FigureRowCursor(
                    TimestampRange.check("after", Instant.parse(after.substring(0, Math.max(cut, 0)))),
                    UUID.fromString(after.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
