package network.fanz.insight.analytics;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.fanz.common.Asset;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/** The payments of one period as one generation has them; each sum is read once, however many figures ask for it. */
final class PeriodSums {
    private final FigureStore store;
    private final int generation;
    private final Asset asset;
    private final Period period;
    private @Nullable List<FigureStore.KindOfDay> days;
    private @Nullable Map<LocalDate, PaymentTotals> byDay;
    private @Nullable PaymentTotals total;
    private @Nullable Optional<Instant> firstPayment;

    PeriodSums(FigureStore store, int generation, Asset asset, Period period) {
        this.store = store;
        this.generation = generation;
        this.asset = asset;
        this.period = period;
    }

    Period period() {
        return period;
    }

    /** When the generation's first payment settled, in this period or outside it. */
    Optional<Instant> firstPayment() {
        Optional<Instant> read = firstPayment;
        if (read == null) {
            read = store.firstPayment(generation, asset);
            firstPayment = read;
        }
        return read;
    }

    PaymentTotals total() {
        PaymentTotals read = total;
        if (read == null) {
            read = days().stream()
                    .map(FigureStore.KindOfDay::totals)
                    .reduce(PaymentTotals.NONE, PaymentTotals::plus)
                    .withCreators(store.creators(generation, asset, period));
            total = read;
        }
        return read;
    }

    Map<LocalDate, PaymentTotals> byDay() {
        Map<LocalDate, PaymentTotals> read = byDay;
        if (read == null) {
            Map<LocalDate, PaymentTotals> sums = new TreeMap<>();
            days().forEach(each -> sums.merge(each.day(), each.totals(), PaymentTotals::plus));
            store.creatorsByDay(generation, asset, period)
                    .forEach((day, creators) ->
                            sums.merge(day, PaymentTotals.NONE.withCreators(creators), PaymentTotals::plus));
            byDay = sums;
            read = sums;
        }
        return read;
    }

    Map<String, BigInteger> revenueByKind() {
        Map<String, PaymentTotals> kinds = new TreeMap<>();
        days().forEach(each -> kinds.merge(each.kind(), each.totals(), PaymentTotals::plus));
        Map<String, BigInteger> revenue = new TreeMap<>();
        kinds.forEach((kind, totals) -> {
            // A kind whose facts all lie behind the period's end comes to nothing, and is none of its kinds.
            if (!totals.equals(PaymentTotals.NONE)) {
                revenue.put(kind, totals.revenue());
            }
        });
        return revenue;
    }

    private List<FigureStore.KindOfDay> days() {
        List<FigureStore.KindOfDay> read = days;
        if (read == null) {
            read = store.paymentDays(generation, asset, period);
            days = read;
        }
        return read;
    }
}
