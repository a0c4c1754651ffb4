package network.fanz.content.audience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.content.audience.DayTotalStore.DayRow;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.Works;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often works were viewed. Days are UTC days, and today's is not over. */
@Component
public class Views {
    /** As many days can be asked for. */
    public static final int DAYS_MAX = 365;

    /** More views than this are not looked through for different viewers while somebody waits. */
    private static final long TOLD_APART_MAX = 100_000;

    private final DayTotalStore totals;
    private final ViewStore store;
    private final Works works;
    private final Releases releases;
    private final AudienceSettings settings;
    private final Clock clock;

    Views(
            DayTotalStore totals,
            ViewStore store,
            Works works,
            Releases releases,
            AudienceSettings settings,
            @Steady Clock clock) {
        this.totals = totals;
        this.store = store;
        this.works = works;
        this.releases = releases;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A work's figures of the days up to today.
     *
     * @param creator whose work it must be; null for staff, who may see those of any
     * @throws NotFound if there is no such work, or it is somebody else's
     * @throws InvalidField if the days are none or too many
     */
    public WorkFigures ofWork(UUID work, @Nullable AccountId creator, int days) {
        if (creator != null) {
            works.find(work, creator);
        } else if (releases.ofWork(work).isEmpty()) {
            throw new NotFound("work");
        }
        if (days < 1 || days > DAYS_MAX) {
            throw new InvalidField("days", Sentence.of("Ask for 1 to {0} days.", DAYS_MAX));
        }
        LocalDate to = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = to.minusDays(days - 1L);
        List<DayRow> rows = totals.ofWork(work, from);
        LocalDate since = totals.firstOf(work);
        long views = rows.stream().mapToLong(DayRow::views).sum();
        return new WorkFigures(
                work,
                from,
                to,
                since,
                since == null ? null : views,
                since == null ? null : viewers(work, from, views),
                share(rows),
                days(rows, from, days, since));
    }

    /** @param creator whose; null for everybody's */
    public TotalViews total(@Nullable AccountId creator) {
        return TotalViews.of(creator == null ? totals.ofAll() : totals.ofCreator(creator));
    }

    private @Nullable Long viewers(UUID work, LocalDate from, long views) {
        LocalDate kept = LocalDate.ofInstant(clock.instant().minus(settings.viewsKeptFor()), ZoneOffset.UTC);
        return views > TOLD_APART_MAX || !from.isAfter(kept) ? null : store.viewers(work, from);
    }

    private static @Nullable BigDecimal share(List<DayRow> rows) {
        long parts = rows.stream().mapToLong(DayRow::parts).sum();
        return parts == 0
                ? null
                : BigDecimal.valueOf(rows.stream().mapToLong(DayRow::sent).sum())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(parts), 1, RoundingMode.DOWN);
    }

    private static List<DayOfViews> days(List<DayRow> rows, LocalDate from, int days, @Nullable LocalDate since) {
        Map<LocalDate, DayRow> byDay = rows.stream().collect(Collectors.toMap(DayRow::day, Function.identity()));
        return from.datesUntil(from.plusDays(days))
                .map(day -> byDay.containsKey(day)
                        ? new DayOfViews(
                                day, byDay.get(day).views(), byDay.get(day).viewers())
                        : nobody(day, since))
                .toList();
    }

    private static DayOfViews nobody(LocalDate day, @Nullable LocalDate since) {
        Long none = since == null || day.isBefore(since) ? null : Long.valueOf(0);
        return new DayOfViews(day, none, none);
    }
}
