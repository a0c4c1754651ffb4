package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import network.fanz.common.Asset;
import network.fanz.common.Period;
import network.fanz.finance.currency.HouseCurrency;
import network.fanz.insight.analytics.FigureStore.CountedThing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works figures out. A day or period that ended before the first fact of its kind has no data; later ones have, if only zero. */
@Component
class FigureCalculator {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.95");

    private final FigureStore store;
    private final WorkDecisionStore decisions;
    private final FactGenerationStore generations;
    private final Asset asset;

    FigureCalculator(
            FigureStore store, WorkDecisionStore decisions, FactGenerationStore generations, HouseCurrency currency) {
        this.store = store;
        this.decisions = decisions;
        this.generations = generations;
        this.asset = currency.asset();
    }

    Asset asset() {
        return asset;
    }

    List<Figure> all(Period period, Period previous) {
        ComparedPeriods compared = compared(period, previous);
        return Arrays.stream(Metric.values())
                .map(metric -> figure(metric, compared))
                .toList();
    }

    Figure of(Metric metric, Period period, Period previous) {
        return figure(metric, compared(period, previous));
    }

    /** Two periods as one generation of facts has them. */
    private record ComparedPeriods(int generation, PeriodSums now, PeriodSums before) {}

    private ComparedPeriods compared(Period period, Period previous) {
        int generation = generations.read();
        return new ComparedPeriods(
                generation,
                new PeriodSums(store, generation, asset, period),
                new PeriodSums(store, generation, asset, previous));
    }

    private Figure figure(Metric metric, ComparedPeriods compared) {
        Optional<Instant> first = first(metric, compared);
        FigureValue now = counted(metric, compared.generation(), compared.now(), first);
        FigureValue before = counted(metric, compared.generation(), compared.before(), first);
        return new Figure(
                metric.label(),
                metric.title(),
                metric.definition(),
                metric.unit(),
                metric.unit() == Metric.MetricUnit.MONEY ? asset : null,
                now.value(),
                before.value(),
                first.orElse(null),
                countsWhole(first, compared.before().period()),
                metric == Metric.REVENUE ? parts(compared, first) : List.of(),
                now.series(),
                before.series(),
                "/api/v1/analytics/figures/" + metric.label() + "/rows");
    }

    private Optional<Instant> first(Metric metric, ComparedPeriods compared) {
        int generation = compared.generation();
        return switch (metric) {
            case REVENUE, TRANSACTIONS, VOLUME, AVERAGE_VALUE, ACTIVE_CREATORS, AVERAGE_EARNINGS ->
                compared.now().firstPayment();
            case VERIFIED_ACCOUNTS -> store.first(generation, CountedThing.VERIFIED);
            case OPEN_ALERTS -> store.first(generation, CountedThing.ALERTS);
            case DAILY_ACTIVE_USERS -> store.first(generation, CountedThing.ACTIVE);
            case WORKS_PUBLISHED -> store.first(generation, CountedThing.PUBLISHED);
            case VIEWS -> store.first(generation, CountedThing.VIEWS);
            case SHARE_DECIDED -> decisions.firstReceived(generation);
            case DECISION_MEDIAN, DECISION_P95 -> decisions.firstDecided(generation);
        };
    }

    /** A value and its days. */
    private record FigureValue(@Nullable BigInteger value, List<Figure.DailyValue> series) {}

    private FigureValue counted(Metric metric, int generation, PeriodSums sums, Optional<Instant> first) {
        if (isEmpty(first, sums.period())) {
            return none(sums.period());
        }
        return switch (metric) {
            case REVENUE -> ofPayments(sums, first, PaymentTotals::revenue);
            case TRANSACTIONS -> ofPayments(sums, first, totals -> BigInteger.valueOf(totals.payments()));
            case VOLUME -> ofPayments(sums, first, PaymentTotals::volume);
            case AVERAGE_VALUE -> ofPayments(sums, first, totals -> ratio(totals.volume(), totals.payments()));
            case ACTIVE_CREATORS -> ofPayments(sums, first, totals -> BigInteger.valueOf(totals.creators()));
            case AVERAGE_EARNINGS -> ofPayments(sums, first, totals -> ratio(totals.earnings(), totals.creators()));
            case VERIFIED_ACCOUNTS -> ofStock(generation, CountedThing.VERIFIED, sums.period(), first);
            case OPEN_ALERTS -> ofStock(generation, CountedThing.ALERTS, sums.period(), first);
            case DAILY_ACTIVE_USERS -> ofActivity(generation, sums.period(), first);
            case WORKS_PUBLISHED -> ofFlow(generation, CountedThing.PUBLISHED, sums.period(), first);
            case VIEWS -> ofFlow(generation, CountedThing.VIEWS, sums.period(), first);
            case SHARE_DECIDED -> ofDecisions(decisions.decided(generation, sums.period()), sums.period());
            case DECISION_MEDIAN -> ofDecisions(decisions.waited(generation, sums.period(), HALF), sums.period());
            case DECISION_P95 -> ofDecisions(decisions.waited(generation, sums.period(), NEARLY_ALL), sums.period());
        };
    }

    private static FigureValue ofPayments(
            PeriodSums sums, Optional<Instant> first, Function<PaymentTotals, @Nullable BigInteger> what) {
        Map<LocalDate, PaymentTotals> days = sums.byDay();
        List<Figure.DailyValue> series = days(sums.period()).stream()
                .map(day -> new Figure.DailyValue(
                        day, counts(first, day) ? what.apply(days.getOrDefault(day, PaymentTotals.NONE)) : null))
                .toList();
        return new FigureValue(what.apply(sums.total()), series);
    }

    /** What is there at an end: the period's, or a day's. */
    private FigureValue ofStock(int generation, CountedThing thing, Period period, Optional<Instant> first) {
        NavigableMap<LocalDate, Long> changes = store.changesIn(generation, thing, period);
        long there = store.before(generation, thing, period);
        List<Figure.DailyValue> series = new java.util.ArrayList<>();
        for (LocalDate day : days(period)) {
            there += changes.getOrDefault(day, 0L);
            series.add(new Figure.DailyValue(day, counts(first, day) ? BigInteger.valueOf(there) : null));
        }
        return new FigureValue(BigInteger.valueOf(there), series);
    }

    /** What came in the period. */
    private FigureValue ofFlow(int generation, CountedThing thing, Period period, Optional<Instant> first) {
        Map<LocalDate, Long> came = store.changesIn(generation, thing, period);
        long sum = came.values().stream().mapToLong(Long::longValue).sum();
        return new FigureValue(BigInteger.valueOf(sum), days(came, period, first));
    }

    private static FigureValue ofDecisions(WorkDecisionStore.DecisionValues values, Period period) {
        return new FigureValue(
                values.whole(),
                days(period).stream()
                        .map(day -> new Figure.DailyValue(day, values.days().get(day)))
                        .toList());
    }

    private static List<Figure.DailyValue> days(Map<LocalDate, Long> came, Period period, Optional<Instant> first) {
        return days(period).stream()
                .map(day -> new Figure.DailyValue(
                        day, counts(first, day) ? BigInteger.valueOf(came.getOrDefault(day, 0L)) : null))
                .toList();
    }

    private FigureValue ofActivity(int generation, Period period, Optional<Instant> first) {
        Map<LocalDate, Long> active = store.changesIn(generation, CountedThing.ACTIVE, period);
        List<Figure.DailyValue> series = days(active, period, first);
        long daysCounted =
                series.stream().filter(point -> point.value() != null).count();
        long sum = active.values().stream().mapToLong(Long::longValue).sum();
        return new FigureValue(ratio(BigInteger.valueOf(sum), daysCounted), series);
    }

    private static List<Figure.FigurePart> parts(ComparedPeriods compared, Optional<Instant> first) {
        boolean nothingNow = isEmpty(first, compared.now().period());
        boolean nothingBefore = isEmpty(first, compared.before().period());
        Map<String, BigInteger> now = nothingNow ? Map.of() : compared.now().revenueByKind();
        Map<String, BigInteger> before =
                nothingBefore ? Map.of() : compared.before().revenueByKind();
        TreeSet<String> kinds = new TreeSet<>(now.keySet());
        kinds.addAll(before.keySet());
        return kinds.stream()
                .map(kind -> new Figure.FigurePart(
                        kind,
                        nothingNow ? null : now.getOrDefault(kind, BigInteger.ZERO),
                        nothingBefore ? null : before.getOrDefault(kind, BigInteger.ZERO)))
                .toList();
    }

    private static FigureValue none(Period period) {
        return new FigureValue(
                null,
                days(period).stream()
                        .map(day -> new Figure.DailyValue(day, null))
                        .toList());
    }

    private static boolean isEmpty(Optional<Instant> first, Period period) {
        return first.isEmpty() || !first.get().isBefore(period.to());
    }

    private static boolean counts(Optional<Instant> first, LocalDate day) {
        return first.isPresent() && !day.isBefore(LocalDate.ofInstant(first.get(), ZoneOffset.UTC));
    }

    /** Whether counting had begun by the period's first day. */
    private static boolean countsWhole(Optional<Instant> first, Period period) {
        return counts(first, LocalDate.ofInstant(period.from(), ZoneOffset.UTC));
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
