package network.fanz.insight.analytics;

import java.util.Arrays;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;

/** The figures and what they mean, in words that stand beside them. */
public enum Measure {
    REVENUE(
            "revenue",
            "Revenue",
            Unit.MONEY,
            "What the platform keeps: the fees of the payments settled in the period, less the fees of those given back in it."),
    TRANSACTIONS("transactions", "Transactions", Unit.COUNT, "Payments settled in the period."),
    AVERAGE_VALUE(
            "average-value",
            "Average value",
            Unit.MONEY,
            "Volume divided by transactions, rounded down to the smallest unit."),
    VOLUME(
            "volume",
            "Payment volume",
            Unit.MONEY,
            "What buyers paid in payments settled in the period, before fees; refunds are not taken off."),
    VERIFIED_ACCOUNTS(
            "verified-accounts",
            "Verified accounts",
            Unit.COUNT,
            "Distinct accounts whose owner has shown that the e-mail address is theirs, up to the period's end."),
    DAILY_ACTIVE_USERS(
            "daily-active-users",
            "Daily active users",
            Unit.COUNT,
            "Distinct accounts that signed in or paid on a UTC day: the mean of the period's days since counting began, rounded down."),
    ACTIVE_CREATORS(
            "active-creators",
            "Active creators",
            Unit.COUNT,
            "Distinct creators with at least one payment settled in the period."),
    AVERAGE_EARNINGS(
            "average-earnings",
            "Creator earnings, mean",
            Unit.MONEY,
            "Creators' shares of the payments settled in the period, less those given back in it, divided by active creators, rounded down (towards minus infinity)."),
    OPEN_ALERTS("open-alerts", "Open alerts", Unit.COUNT, "Security alerts that were not closed at the period's end.");

    /** What a figure counts. */
    public enum Unit {
        MONEY,
        COUNT
    }

    private final String label;
    private final String title;
    private final Unit unit;
    private final String definition;

    Measure(String label, String title, Unit unit, String definition) {
        this.label = label;
        this.title = title;
        this.unit = unit;
        this.definition = definition;
    }

    /** @throws InvalidField naming those that there are, if it is none */
    public static Measure named(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "figure",
                        "This is one of: "
                                + Arrays.stream(values()).map(Measure::label).collect(Collectors.joining(", "))
                                + "."));
    }

    public String label() {
        return label;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public String definition() {
        return definition;
    }

    /** Whether a smaller value is the better one. */
    public boolean lessIsBetter() {
        return this == OPEN_ALERTS;
    }
}
