package network.fanz.platform.health;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A part's health: down while it reports an alarm. */
public final class PartHealth implements HealthIndicator {
    private final PartReporter reporter;

    public PartHealth(PartReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public Health health() {
        List<PartReport> reports = reporter.reports();
        Health.Builder health = reports.stream().anyMatch(PartReport::isAlarm) ? Health.down() : Health.up();
        reports.stream()
                .filter(report -> !report.works())
                .forEach(report -> health.withDetail(report.part(), report.says() + " " + report.todo()));
        return health.build();
    }
}
