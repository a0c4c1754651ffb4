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
import network.fanz.finance.currency.HouseCurrency;
import network.fanz.insight.analytics.FigureStore.PaymentTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works figures out. A day or period that ended before the first fact of its kind has no data; later ones have, if only zero. */
@Component
class FigureCalculator {
    private final FigureStore store;
    private final Asset asset;

    FigureCalculator(FigureStore store, HouseCurrency currency) {
        this.store = store;
        this.asset = currency.asset();
    }

    Asset asset() {
        return asset;
    }

    Figure of(Metric metric, Period period, Period previous) {
        FigureValue now = counted(metric, period);
        FigureValue before = counted(metric, previous);
        return new Figure(
                metric.label(),
                metric.title(),
                metric.definition(),
                metric.unit(),
                metric.unit() == Metric.MetricUnit.MONEY ? asset : null,
                now.value(),
                before.value(),
                metric == Metric.REVENUE ? parts(period, previous) : List.of(),
                now.series(),
                before.series(),
                "/api/v1/analytics/figures/" + metric.label() + "/rows");
    }

    /** A value and its days. */
    private record FigureValue(@Nullable BigInteger value, List<Figure.DailyValue> series) {}

    private FigureValue counted(Metric metric, Period period) {
        return switch (metric) {
            case REVENUE -> ofPayments(period, PaymentTotals::revenue);
            case TRANSACTIONS -> ofPayments(period, paymentTotals -> BigInteger.valueOf(paymentTotals.payments()));
            case VOLUME -> ofPayments(period, PaymentTotals::volume);
            case AVERAGE_VALUE ->
                ofPayments(period, paymentTotals -> ratio(paymentTotals.volume(), paymentTotals.payments()));
            case ACTIVE_CREATORS -> ofPayments(period, paymentTotals -> BigInteger.valueOf(paymentTotals.creators()));
            case AVERAGE_EARNINGS ->
                ofPayments(period, paymentTotals -> ratio(paymentTotals.earnings(), paymentTotals.creators()));
            case VERIFIED_ACCOUNTS -> ofStock(period, store.firstVerified(), store::verifiedUntil);
            case OPEN_ALERTS -> ofStock(period, store.firstAlert(), store::openAlertsUntil);
            case DAILY_ACTIVE_USERS -> ofActivity(period);
        };
    }

    private FigureValue ofPayments(Period period, Function<PaymentTotals, @Nullable BigInteger> what) {
        Optional<Instant> first = store.firstPayment(asset);
        if (isEmpty(first, period)) {
            return none(period);
        }
        Map<LocalDate, PaymentTotals> days = store.totalsByDay(asset, period);
        List<Figure.DailyValue> series = days(period).stream()
                .map(day -> new Figure.DailyValue(
                        day, counts(first, day) ? what.apply(days.getOrDefault(day, PaymentTotals.NONE)) : null))
                .toList();
        return new FigureValue(what.apply(store.totals(asset, period)), series);
    }

    /** What is there at an end: the period's, or a day's. */
    private FigureValue ofStock(
            Period period, Optional<Instant> first, Function<Instant, NavigableMap<LocalDate, Long>> changesUntil) {
        if (isEmpty(first, period)) {
            return none(period);
        }
        NavigableMap<LocalDate, Long> there = sums(changesUntil.apply(period.to()));
        List<Figure.DailyValue> series = days(period).stream()
                .map(day -> new Figure.DailyValue(day, counts(first, day) ? last(there.headMap(day, true)) : null))
                .toList();
        return new FigureValue(last(there), series);
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

    private FigureValue ofActivity(Period period) {
        Optional<Instant> first = store.firstActivity();
        if (isEmpty(first, period)) {
            return none(period);
        }
        Map<LocalDate, Long> active = store.activeByDay(period);
        List<Figure.DailyValue> series = days(period).stream()
                .map(day -> new Figure.DailyValue(
                        day, counts(first, day) ? BigInteger.valueOf(active.getOrDefault(day, 0L)) : null))
                .toList();
        long daysCounted =
                series.stream().filter(point -> point.value() != null).count();
        long sum = active.values().stream().mapToLong(Long::longValue).sum();
        return new FigureValue(ratio(BigInteger.valueOf(sum), daysCounted), series);
    }

    private List<Figure.FigurePart> parts(Period period, Period previous) {
        Optional<Instant> first = store.firstPayment(asset);
        Map<String, BigInteger> now = store.revenueByKind(asset, period);
        Map<String, BigInteger> before = store.revenueByKind(asset, previous);
        TreeSet<String> kinds = new TreeSet<>(now.keySet());
        kinds.addAll(before.keySet());
        return kinds.stream()
                .map(kind -> new Figure.FigurePart(
                        kind,
                        isEmpty(first, period) ? null : now.getOrDefault(kind, BigInteger.ZERO),
                        isEmpty(first, previous) ? null : before.getOrDefault(kind, BigInteger.ZERO)))
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
