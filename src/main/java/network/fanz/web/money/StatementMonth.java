package network.fanz.web.money;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import network.fanz.common.InvalidField;
import network.fanz.common.Period;
import network.fanz.common.UtcMonth;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * A month of a statement, in UTC; null stands for all months.
 *
 * @param choices the months that the page offers, newest first
 */
public record StatementMonth(@Nullable YearMonth chosen, List<YearMonth> choices) {
    private static final int OFFERED = 24;

    public StatementMonth {
        choices = List.copyOf(choices);
    }

    /** @throws InvalidField if it is neither empty nor a month such as {@code 2026-03} */
    static StatementMonth of(@Nullable String text, Clock clock) {
        YearMonth chosen = text == null || text.isBlank()
                ? null
                : UtcMonth.of("month", text.strip()).month();
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        Set<YearMonth> offered = new LinkedHashSet<>();
        for (int back = 0; back < OFFERED; back++) {
            offered.add(now.minusMonths(back));
        }
        if (chosen != null) {
            offered.add(chosen);
        }
        return new StatementMonth(chosen, new ArrayList<>(offered));
    }

    @Nullable Period period() {
        return chosen == null ? null : new UtcMonth(chosen).period();
    }

    /** For an address: {@code 2026-03}; empty for all months. */
    public String value() {
        return chosen == null ? "" : chosen.toString();
    }

    /** Such as {@code , March 2026}, to follow a title; empty for all months. */
    public String titleSuffix() {
        return chosen == null ? "" : ", " + text(chosen);
    }

    public static String text(YearMonth month) {
        return Format.month(month);
    }
}
