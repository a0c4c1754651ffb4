package network.fanz.insight.analytics;

import static network.fanz.common.Language.say;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Period;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Whole UTC days up to this moment, today included. */
public enum DashboardPeriod {
    TODAY("today", "Today", 1),
    WEEK("7d", "7 days", 7),
    MONTH("30d", "30 days", 30),
    QUARTER("90d", "90 days", 90),
    YEAR("365d", "365 days", 365);

    private final String label;
    private final String title;
    private final int days;

    DashboardPeriod(String label, String title, int days) {
        this.label = label;
        this.title = title;
        this.days = days;
    }

    /**
     * Reads {@code today}, {@code 7d}, {@code 30d}, {@code 90d} or {@code 365d}; nothing means 30 days.
     *
     * @throws InvalidField naming them, if it is none
     */
    public static DashboardPeriod named(@Nullable String label) {
        if (label == null || label.isEmpty()) {
            return MONTH;
        }
        return Arrays.stream(values())
                .filter(period -> period.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "period",
                        Sentence.of(
                                "This is one of: {0}.",
                                Arrays.stream(values())
                                        .map(DashboardPeriod::label)
                                        .collect(Collectors.joining(", ")))));
    }

    public String label() {
        return label;
    }

    public String title() {
        return say(title);
    }

    Period endingAt(Instant now) {
        return new Period(now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days - 1L)), now);
    }

    /** As many days before, up to the same time of day, so that half a day is compared with half a day. */
    Period before(Period period) {
        Duration length = Duration.ofDays(days);
        return new Period(period.from().minus(length), period.to().minus(length));
    }
}
