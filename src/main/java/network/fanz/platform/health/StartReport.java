package network.fanz.platform.health;

import java.util.List;
import network.fanz.common.RedactedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says once in the log of a start what an operator still has to do, so that nobody learns it from the people who are refused. */
@Component
final class StartReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final List<PartReporter> reporters;

    StartReport(List<PartReporter> reporters) {
        this.reporters = reporters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        for (PartReporter reporter : reporters) {
            try {
                reporter.reports().stream()
                        .filter(report -> !report.works())
                        .forEach(report -> LOG.warn("{}: {} {}", report.part(), report.says(), report.todo()));
            } catch (RuntimeException silent) {
                LOG.warn("A part cannot be asked how it is: {}", RedactedFailure.describe(silent));
            }
        }
    }
}
