package network.fanz.insight.analytics;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import network.fanz.common.Asset;
import network.fanz.common.Period;
import network.fanz.insight.analytics.FigureStore.Takings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works figures out. A day or period that ended before the first fact of its kind has no data; later ones have, if only zero. */
@Component
class Figures {
    private final FigureStore store;
    private final Asset asset;

    Figures(FigureStore store, AnalyticsSettings settings) {
        this.store = store;
        this.asset = settings.counted();
    }

    Asset asset() {
        return asset;
    }

    Figure of(Measure measure, Period period, Period previous) {
        Counted now = counted(measure, period);
        Counted before = counted(measure, previous);
        return new Figure(
                measure.label(),
                measure.title(),
                measure.definition(),
                measure.unit(),
                measure.unit() == Measure.Unit.MONEY ? asset : null,
                now.value(),
                before.value(),
                measure == Measure.REVENUE ? parts(period, previous) : List.of(),
                now.series(),
                before.series(),
                "/api/v1/analytics/figures/" + measure.label() + "/rows");
    }

    /** A value and its days. */
    private record Counted(@Nullable BigInteger value, List<Figure.Point> series) {}

    private Counted counted(Measure measure, Period period) {
        return switch (measure) {
            case REVENUE -> ofPayments(period, Takings::revenue);
            case TRANSACTIONS -> ofPayments(period, takings -> BigInteger.valueOf(takings.payments()));
            case VOLUME -> ofPayments(period, Takings::volume);
            case AVERAGE_VALUE -> ofPayments(period, takings -> ratio(takings.volume(), takings.payments()));
            case ACTIVE_CREATORS -> ofPayments(period, takings -> BigInteger.valueOf(takings.creators()));
            case AVERAGE_EARNINGS -> ofPayments(period, takings -> ratio(takings.earnings(), takings.creators()));
            case VERIFIED_ACCOUNTS -> ofStock(period, store.firstVerified(), store::verifiedUntil);
            case OPEN_ALERTS -> ofStock(period, store.firstAlert(), store::openAlertsUntil);
            case DAILY_ACTIVE_USERS -> ofActivity(period);
        };
    }

    private Counted ofPayments(Period period, Function<Takings, @Nullable BigInteger> what) {
        Optional<Instant> first = store.firstPayment(asset);
        if (isEmpty(first, period)) {
            return none(period);
        }
        Map<LocalDate, Takings> days = store.takingsByDay(asset, period);
        List<Figure.Point> series = days(period).stream()
                .map(day -> new Figure.Point(
                        day, counts(first, day) ? what.apply(days.getOrDefault(day, Takings.NONE)) : null))
                .toList();
        return new Counted(what.apply(store.takings(asset, period)), series);
    }

    /** What is there at an end: the period's, or a day's. */
    private Counted ofStock(
            Period period, Optional<Instant> first, Function<Instant, NavigableMap<LocalDate, Long>> changesUntil) {
        if (isEmpty(first, period)) {
            return none(period);
        }
        NavigableMap<LocalDate, Long> there = sums(changesUntil.apply(period.to()));
        List<Figure.Point> series = days(period).stream()
                .map(day -> new Figure.Point(day, counts(first, day) ? last(there.headMap(day, true)) : null))
                .toList();
        return new Counted(last(there), series);
    }

    /** What there is at the end of each day on which it changed. */
    private static NavigableMap<LocalDate, Long> sums(NavigableMap<LocalDate, Long> changes) {
        NavigableMap<LocalDate, Long> sums = new TreeMap<>();
        long sum = 0;
        for (Map.Entry<LocalDate, Long> change : changes.entrySet()) {
            sum += change.getValue();
            sums.put(change.getKey(), sum);
        }
        return sums;
    }

    private static BigInteger last(NavigableMap<LocalDate, Long> sums) {
        Map.Entry<LocalDate, Long> last = sums.lastEntry();
        return BigInteger.valueOf(last == null ? 0 : last.getValue());
    }

    private Counted ofActivity(Period period) {
        Optional<Instant> first = store.firstActivity();
        if (isEmpty(first, period)) {
            return none(period);
        }
        Map<LocalDate, Long> people = store.activeByDay(period);
        List<Figure.Point> series = days(period).stream()
                .map(day -> new Figure.Point(
                        day, counts(first, day) ? BigInteger.valueOf(people.getOrDefault(day, 0L)) : null))
                .toList();
        long daysCounted =
                series.stream().filter(point -> point.value() != null).count();
        long sum = people.values().stream().mapToLong(Long::longValue).sum();
        return new Counted(ratio(BigInteger.valueOf(sum), daysCounted), series);
    }

    private List<Figure.Part> parts(Period period, Period previous) {
        Optional<Instant> first = store.firstPayment(asset);
        Map<String, BigInteger> now = store.revenueByKind(asset, period);
        Map<String, BigInteger> before = store.revenueByKind(asset, previous);
        TreeSet<String> kinds = new TreeSet<>(now.keySet());
        kinds.addAll(before.keySet());
        return kinds.stream()
                .map(kind -> new Figure.Part(
                        kind,
                        isEmpty(first, period) ? null : now.getOrDefault(kind, BigInteger.ZERO),
                        isEmpty(first, previous) ? null : before.getOrDefault(kind, BigInteger.ZERO)))
                .toList();
    }

    private static Counted none(Period period) {
        return new Counted(
                null,
                days(period).stream().map(day -> new Figure.Point(day, null)).toList());
    }

    private static boolean isEmpty(Optional<Instant> first, Period period) {
        return first.isEmpty() || !first.get().isBefore(period.to());
    }

    private static boolean counts(Optional<Instant> first, LocalDate day) {
        return first.isPresent() && !day.isBefore(LocalDate.ofInstant(first.get(), ZoneOffset.UTC));
    }

    private static List<LocalDate> days(Period period) {
        LocalDate start = LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(period.to().minusNanos(1), ZoneOffset.UTC);
        return start.datesUntil(last.plusDays(1)).toList();
    }

    /** Rounded down, towards minus infinity; null for nothing to take a mean of. */
    private static @Nullable BigInteger ratio(BigInteger sum, long count) {
        if (count == 0) {
            return null;
        }
        BigInteger[] parts = sum.divideAndRemainder(BigInteger.valueOf(count));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
