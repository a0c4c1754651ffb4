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
            "Security alerts that were not closed at the period's end."),
    WORKS_PUBLISHED(
            "works-published",
            "Works published",
            MetricUnit.COUNT,
            "Works that were first seen in the period, after a person and every check had let them. A changed work counts anew."),
    SHARE_DECIDED(
            "share-decided",
            "Works decided, in percent",
            MetricUnit.COUNT,
            "Of the works that creators began in the period, how many in a hundred were published or rejected by its end, rounded down."),
    DECISION_MEDIAN(
            "decision-median",
            "Minutes to a decision, median",
            MetricUnit.COUNT,
            "Half of the works that were first published or rejected in the period had waited no longer since their creators began them."),
    DECISION_P95(
            "decision-p95",
            "Minutes to a decision, 95 in 100",
            MetricUnit.COUNT,
            "Of a hundred works that were first published or rejected in the period, 95 had waited no longer since their creators began them."),
    VIEWS(
            "views",
            "Views",
            MetricUnit.COUNT,
            "Views of published works, each counted at the beginning of its hour. They come in every few minutes.");

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
