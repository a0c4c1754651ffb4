package network.fanz.web.money;

import static network.fanz.common.Language.say;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.DayOfSales;
import network.fanz.web.show.Chart;
import network.fanz.web.show.Format;

/**
 * A creator's share, day by day, each day that passed without a sale among them.
 *
 * @param shares one a day, oldest first; the last is today's, which is not over
 */
public record EarningsChart(LocalDate first, List<Money> shares, Money paid, Money fee, Money share) {
    public EarningsChart {
        shares = List.copyOf(shares);
    }

    static EarningsChart of(List<DayOfSales> sold, LocalDate first, int days, Asset asset) {
        Map<LocalDate, DayOfSales> byDay =
                sold.stream().collect(Collectors.toMap(DayOfSales::day, Function.identity()));
        Money none = Money.zero(asset);
        List<Money> shares = IntStream.range(0, days)
                .mapToObj(first::plusDays)
                .map(day -> byDay.containsKey(day) ? byDay.get(day).share() : none)
                .toList();
        return new EarningsChart(
                first,
                shares,
                sold.stream().map(DayOfSales::paid).reduce(none, Money::plus),
                sold.stream().map(DayOfSales::fee).reduce(none, Money::plus),
                sold.stream().map(DayOfSales::share).reduce(none, Money::plus));
    }

    public Chart chart() {
        return new Chart(
                shares.stream()
                        .map(money ->
                                new BigDecimal(money.units(), money.asset().scale()))
                        .toList(),
                List.of(),
                true);
    }

    public String top() {
        return Format.amount(highest());
    }

    public String bottom() {
        return Format.amount(Money.zero(share.asset()));
    }

    public String from() {
        return Format.day(first);
    }

    public String to() {
        return Format.day(first.plusDays(shares.size() - 1L));
    }

    /** The chart in a sentence. */
    public String sentence() {
        return say(
                "Your share a day from {0} to {1}, highest {2}; in all {3}",
                from(), to(), Format.money(highest()), Format.money(share));
    }

    private Money highest() {
        BigInteger most = shares.stream().map(Money::units).reduce(BigInteger.ZERO, BigInteger::max);
        return new Money(share.asset(), most);
    }
}
