package network.fanz.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Lines for an SVG chart, computed here so that a chart needs no script: this period's line, the one before, both on one scale. The box
 * is 100 wide and 40 high, stretched by the style sheet.
 *
 * @param now the period's values, oldest first
 * @param before the previous period's; may be empty
 */
public record Chart(List<BigDecimal> now, List<BigDecimal> before) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 2;

    public Chart {
        now = List.copyOf(now);
        before = List.copyOf(before);
    }

    public static Chart ofCounts(List<Long> now, List<Long> before) {
        return new Chart(
                now.stream().map(BigDecimal::valueOf).toList(),
                before.stream().map(BigDecimal::valueOf).toList());
    }

    /** Whether there is anything to draw: one value alone makes no line. */
    public boolean drawable() {
        return now.size() > 1;
    }

    public BigDecimal max() {
        return java.util.stream.Stream.concat(now.stream(), before.stream()).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The path of this period's line. */
    public String line() {
        return path(now);
    }

    /** The path of the line before; empty if there is none. */
    public String previous() {
        return before.size() > 1 ? path(before) : "";
    }

    /** This period's line, closed along the bottom. */
    public String area() {
        return line() + "V" + coordinate(HEIGHT) + "H0Z";
    }

    private String path(List<BigDecimal> values) {
        double step = WIDTH / (values.size() - 1);
        return IntStream.range(0, values.size())
                .mapToObj(
                        at -> (at == 0 ? "M" : "L") + coordinate(at * step) + " " + coordinate(height(values.get(at))))
                .reduce("", String::concat);
    }

    private double height(BigDecimal value) {
        double max = max().doubleValue();
        double share = max <= 0 ? 0 : value.doubleValue() / max;
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
