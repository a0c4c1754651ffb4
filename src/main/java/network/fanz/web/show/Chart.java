package network.fanz.web.show;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines for an SVG chart, computed here so that a chart needs no script: this period's line, the one before, both on one scale. The box
 * is 100 wide and 40 high, stretched by the style sheet.
 *
 * @param now the period's values, oldest first
 * @param before the previous period's; may be empty
 * @param unfinished whether the last value still grows, as today's does: its stretch is a line of its own
 */
public record Chart(List<BigDecimal> now, List<BigDecimal> before, boolean unfinished) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 2;

    public Chart {
        now = List.copyOf(now);
        before = List.copyOf(before);
    }

    /** Whether there is anything to draw: one value alone makes no line. */
    public boolean drawable() {
        return now.size() > 1;
    }

    /** The chart's upper end, nothing or more. */
    public BigDecimal max() {
        return Stream.concat(now.stream(), before.stream()).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The chart's lower end, nothing or less: more may be given back on a day than is taken. */
    public BigDecimal min() {
        return Stream.concat(now.stream(), before.stream()).reduce(BigDecimal.ZERO, BigDecimal::min);
    }

    /** The path of this period's line, as far as its values are final. */
    public String line() {
        return path(now, 0, unfinished ? now.size() - 1 : now.size());
    }

    /** The path to the last value, which is not final; empty if all are. */
    public String rest() {
        return unfinished ? path(now, now.size() - 2, now.size()) : "";
    }

    /** The path of the line before; empty if there is none. */
    public String previous() {
        return before.size() > 1 ? path(before, 0, before.size()) : "";
    }

    /** This period's line, closed along the line of nothing. */
    public String area() {
        return line() + "V" + coordinate(scale().height(BigDecimal.ZERO)) + "H0Z";
    }

    /** Lines to read heights by: the upper end, the middle, the lower end, and nothing where that is none of them. */
    public String grid() {
        return Stream.of(MARGIN, HEIGHT / 2, HEIGHT - MARGIN, scale().height(BigDecimal.ZERO))
                .distinct()
                .map(height -> "M0 " + coordinate(height) + "H" + coordinate(WIDTH))
                .collect(Collectors.joining());
    }

    private String path(List<BigDecimal> values, int from, int to) {
        ChartScale scale = scale();
        double step = WIDTH / (values.size() - 1);
        StringBuilder path = new StringBuilder();
        for (int at = from; at < to; at++) {
            path.append(at == from ? 'M' : 'L')
                    .append(coordinate(at * step))
                    .append(' ')
                    .append(coordinate(scale.height(values.get(at))));
        }
        return path.toString();
    }

    private ChartScale scale() {
        double low = min().doubleValue();
        return new ChartScale(low, max().doubleValue() - low);
    }

    /** Where values lie between the chart's ends; worked out once a line, for it takes a look at every value. */
    private record ChartScale(double low, double span) {
        double height(BigDecimal value) {
            double share = span <= 0 ? 0 : (value.doubleValue() - low) / span;
            return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
        }
    }

    /** With two decimals. */
    private static String coordinate(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2).toString();
    }
}
