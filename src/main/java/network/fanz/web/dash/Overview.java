package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.insight.analytics.CountingProgress;
import network.fanz.insight.analytics.DashboardPeriod;
import network.fanz.insight.analytics.ExecutiveDashboard;
import network.fanz.insight.analytics.Figure;
import network.fanz.insight.analytics.Metric;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.show.Format;
import network.fanz.web.show.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * The first page's model.
 *
 * @param alerts the newest open ones; null for a reader who may not see them
 * @param openAlerts how many there are
 * @param progress how much of the event log the figures hold
 */
public record Overview(
        DashboardPeriod period,
        ExecutiveDashboard dashboard,
        @Nullable List<SecurityAlert> alerts,
        long openAlerts,
        CountingProgress progress,
        Instant now) {
    /** Since when an alert waits, in words. */
    public String age(SecurityAlert alert) {
        Duration age = Duration.between(alert.createdAt(), now);
        return Lengths.length(age.isNegative() ? Duration.ZERO : age);
    }

    public String about() {
        return say(
                "From {0} to {1}, when this page was made, compared with {2} to {3}. A day begins at midnight UTC.",
                Format.utcDate(dashboard.period().from()),
                Format.utcMoment(dashboard.period().to()),
                Format.utcDate(dashboard.previous().from()),
                Format.utcMoment(dashboard.previous().to()));
    }

    public FigureCard revenue() {
        return card(Metric.REVENUE);
    }

    /** All but the revenue, which stands above them. */
    public List<FigureCard> others() {
        return dashboard.figures().stream()
                .filter(figure -> !figure.id().equals(Metric.REVENUE.label()))
                .map(FigureCard::new)
                .toList();
    }

    private FigureCard card(Metric metric) {
        Figure found = dashboard.figures().stream()
                .filter(figure -> figure.id().equals(metric.label()))
                .findFirst()
                .orElseThrow();
        return new FigureCard(found);
    }
}
