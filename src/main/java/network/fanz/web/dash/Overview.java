package network.fanz.web.dash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.insight.analytics.DashboardPeriod;
import network.fanz.insight.analytics.ExecutiveDashboard;
import network.fanz.insight.analytics.Figure;
import network.fanz.insight.analytics.Measure;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * The first page's model.
 *
 * @param alerts the newest open ones; null for somebody who may not see them
 * @param openAlerts how many there are
 */
public record Overview(
        DashboardPeriod length,
        ExecutiveDashboard data,
        @Nullable List<SecurityAlert> alerts,
        long openAlerts,
        Instant now) {
    /** Since when an alert waits, in words. */
    public String age(SecurityAlert alert) {
        Duration age = Duration.between(alert.createdAt(), now);
        return Format.length(age.isNegative() ? Duration.ZERO : age);
    }

    public List<DashboardPeriod> periods() {
        return List.of(DashboardPeriod.values());
    }

    public String about() {
        return Format.date(data.period().from()) + " to "
                + Format.moment(data.period().to()) + ", compared with "
                + Format.date(data.previous().from()) + " to "
                + Format.moment(data.previous().to())
                + ". UTC days.";
    }

    public FigureCard revenue() {
        return card(Measure.REVENUE);
    }

    /** All but the revenue, which stands above them. */
    public List<FigureCard> others() {
        return data.figures().stream()
                .filter(figure -> !figure.id().equals(Measure.REVENUE.label()))
                .map(FigureCard::new)
                .toList();
    }

    /** Whether anything has been counted at all. */
    public boolean isEmpty() {
        return data.figures().stream().allMatch(figure -> figure.value() == null);
    }

    private FigureCard card(Measure measure) {
        Figure found = data.figures().stream()
                .filter(figure -> figure.id().equals(measure.label()))
                .findFirst()
                .orElseThrow();
        return new FigureCard(found);
    }
}
