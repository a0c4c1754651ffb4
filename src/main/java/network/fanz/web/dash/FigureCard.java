package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.insight.analytics.Figure;
import network.fanz.insight.analytics.Metric;
import network.fanz.web.show.Chart;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/** A figure in words and lines. */
public record FigureCard(Figure figure) {
    public static final String NO_DATA = "No data";

    /** Tenfold; beyond that a share says nothing, for it only says that there was next to nothing before. */
    private static final BigDecimal SHARE_MAX = BigDecimal.TEN;

    public String value() {
        return figure.value() == null && isStock() ? say("None") : write(figure.value());
    }

    /** Of alerts none is known and none is open: that is one thing, and no lack of data. */
    private boolean isStock() {
        return figure.id().equals(Metric.OPEN_ALERTS.label());
    }

    /** Whether it is a mean over creators, so that a reader may want to see it creator by creator. */
    public boolean hasCreators() {
        return figure.id().equals(Metric.AVERAGE_EARNINGS.label());
    }

    public String unit() {
        Asset asset = figure.asset();
        return figure.value() == null || asset == null ? "" : asset.code();
    }

    /** The period before, in words. */
    public String compared() {
        BigInteger value = figure.value();
        BigInteger previous = figure.previous();
        if (value == null) {
            return say(isStock() ? "No alert has been raised yet" : "Nothing to count yet");
        }
        if (previous == null) {
            return say("No data for the period before");
        }
        if (!figure.comparable()) {
            return say("Not compared: counting began within the period before");
        }
        if (value.equals(previous)) {
            return say("as in the period before");
        }
        return change(value, previous);
    }

    /** Since when the figure counts, in words; empty while there is nothing to count. */
    public String since() {
        return figure.since() == null ? "" : say("Counted since {0}.", Format.utcDate(figure.since()));
    }

    /** A part's value in the period before, unless that was not counted whole. */
    public String before(Figure.FigurePart part) {
        return part.previous() != null && !figure.comparable() ? say("Not counted whole") : write(part.previous());
    }

    private String change(BigInteger value, BigInteger previous) {
        boolean up = value.compareTo(previous) > 0;
        BigDecimal share = previous.signum() == 0
                ? null
                : new BigDecimal(value.subtract(previous).abs())
                        .divide(new BigDecimal(previous.abs()), 3, RoundingMode.HALF_EVEN);
        return share == null || share.compareTo(SHARE_MAX) > 0
                ? say(up ? "▲ up from {0}" : "▼ down from {0}", write(previous))
                : say(up ? "▲ up {0} from {1}" : "▼ down {0} from {1}", Format.share(share), write(previous));
    }

    /** Such as {@code 1,234.50}, or that there is no data. */
    public String write(@Nullable BigInteger value) {
        if (value == null) {
            return say(NO_DATA);
        }
        Asset asset = figure.asset();
        return asset == null ? Format.count(value.longValueExact()) : Format.amount(new Money(asset, value));
    }

    /** This period's days up to today, which is not over, and, where both are whole, those of the period before. */
    public Chart chart() {
        List<BigDecimal> now = values(figure.series());
        List<BigDecimal> before = values(figure.previousSeries());
        boolean whole = figure.comparable() && now.size() == figure.series().size() && before.size() == now.size();
        return new Chart(now, whole ? before : List.of(), true);
    }

    /** The first day that the chart shows. */
    public String from() {
        return figure.series().stream()
                .filter(point -> point.value() != null)
                .findFirst()
                .map(point -> Format.day(point.day()))
                .orElse("");
    }

    public String to() {
        return Format.day(figure.series().getLast().day());
    }

    /** What the chart's top is worth. */
    public String top() {
        return write(units(chart().max()));
    }

    /** What the chart's bottom is worth. */
    public String bottom() {
        return write(units(chart().min()));
    }

    private BigInteger units(BigDecimal value) {
        return value.movePointRight(scale()).toBigInteger();
    }

    /** The chart in a sentence. */
    public String sentence() {
        return say(
                "{0} a day from {1} to {2}, highest {3} {4}; in all {5} {4}, {6}",
                say(figure.title()), from(), to(), top(), unit(), value(), compared());
    }

    private List<BigDecimal> values(List<Figure.DailyValue> series) {
        return series.stream()
                .map(Figure.DailyValue::value)
                .filter(Objects::nonNull)
                .map(value -> new BigDecimal(value, scale()))
                .toList();
    }

    private int scale() {
        Asset asset = figure.asset();
        return asset == null ? 0 : asset.scale();
    }
}
