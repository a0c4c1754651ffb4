package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import network.fanz.content.audience.DayOfViews;
import network.fanz.content.audience.WorkFigures;
import network.fanz.web.show.Chart;
import network.fanz.web.show.Format;

/**
 * Views of a work, day by day, since they are counted.
 *
 * @param days with a count each, oldest first; the last is today, which is not over
 */
public record ViewsChart(List<DayOfViews> days) {
    static ViewsChart of(WorkFigures figures) {
        return new ViewsChart(
                figures.days().stream().filter(day -> day.views() != null).toList());
    }

    public Chart chart() {
        return new Chart(
                days.stream()
                        .map(day -> BigDecimal.valueOf(Objects.requireNonNull(day.views())))
                        .toList(),
                List.of(),
                true);
    }

    public String top() {
        return Format.count(chart().max().longValueExact());
    }

    public String bottom() {
        return Format.count(0);
    }

    public String from() {
        return Format.day(first());
    }

    public String to() {
        return Format.day(days.getLast().day());
    }

    /** The chart in a sentence. */
    public String sentence() {
        return say("Views a day from {0} to {1}, at the most {2} on one day", from(), to(), top());
    }

    private LocalDate first() {
        return days.getFirst().day();
    }
}
