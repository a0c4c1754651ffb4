package network.fanz.insight.analytics;

import java.util.Arrays;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;

/** The figures and what they mean, in words that stand beside them. */
public enum Metric {
    REVENUE(
            "revenue",
            "Revenue",
            MetricUnit.MONEY,
            "What the platform keeps: the fees of the payments settled in the period, less the fees of those given back in it."),
    TRANSACTIONS("transactions", "Transactions", MetricUnit.COUNT, "Payments settled in the period."),
    AVERAGE_VALUE(
            "average-value",
            "Average value",
            MetricUnit.MONEY,
            "Volume divided by transactions, rounded down to the smallest unit."),
    VOLUME(
            "volume",
            "Payment volume",
            MetricUnit.MONEY,
            "What buyers paid in payments settled in the period, before fees; refunds are not taken off."),
    VERIFIED_ACCOUNTS(
            "verified-accounts",
            "Verified accounts",
            MetricUnit.COUNT,
            "Distinct accounts whose owner has shown that the email address is theirs, up to the period's end."),
    DAILY_ACTIVE_USERS(
            "daily-active-users",
            "Daily active users",
            MetricUnit.COUNT,
            "Distinct accounts that signed in or paid on a UTC day: the mean of the period's days since counting began, rounded down."),
    ACTIVE_CREATORS(
            "active-creators",
            "Active creators",
            MetricUnit.COUNT,
            "Distinct creators with at least one payment settled in the period."),
    AVERAGE_EARNINGS(
            "average-earnings",
            "Creator earnings, mean",
            MetricUnit.MONEY,
            "Creators' shares of the payments settled in the period, less those given back in it, divided by active creators, rounded down (towards minus infinity)."),
    OPEN_ALERTS(
            "open-alerts",
            "Open alerts",
            MetricUnit.COUNT,
            "Security alerts that were not closed at the period's end.");

    /** What a figure counts. */
    public enum MetricUnit {
        MONEY,
        COUNT
    }

    private final String label;
    private final String title;
    private final MetricUnit unit;
    private final String definition;

    Metric(String label, String title, MetricUnit unit, String definition) {
        this.label = label;
        this.title = title;
        this.unit = unit;
        this.definition = definition;
    }

    /** @throws InvalidField naming those that there are, if it is none */
    public static Metric named(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "figure",
                        Sentence.of(
                                "This is one of: {0}.",
                                Arrays.stream(values()).map(Metric::label).collect(Collectors.joining(", ")))));
    }

    public String label() {
        return label;
    }

    public String title() {
        return title;
    }

    public MetricUnit unit() {
        return unit;
    }

    public String definition() {
        return definition;
    }
}
