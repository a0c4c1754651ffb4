package network.fanz.platform.health;

import java.util.List;
import network.fanz.common.RedactedFailure;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A part's health: down while it reports an alarm, and where it cannot be asked, which is no other part's matter. */
public final class PartHealth implements HealthIndicator {
    private final PartReporter reporter;

    public PartHealth(PartReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public Health health() {
        List<PartReport> reports;
        try {
            reports = reporter.reports();
        } catch (RuntimeException silent) {
            return Health.down()
                    .withDetail("why", RedactedFailure.describe(silent))
                    .build();
        }
        Health.Builder health = reports.stream().anyMatch(PartReport::isAlarm) ? Health.down() : Health.up();
        reports.stream()
                .filter(report -> !report.works())
                .forEach(report -> health.withDetail(report.part(), report.says() + " " + report.todo()));
        return health.build();
    }
}
