package network.fanz.platform.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Says in an operator's words whether the program's regular work is done. */
final class JobReporter implements PartReporter {
    private static final String PART = "Regular work";
    private static final int FAILURES_MAX = 5;

    private final JobScheduler scheduler;
    private final Jobs jobs;
    private final Duration patience;

    /** @param patience how long a look for due jobs, or the start of one, may take */
    JobReporter(JobScheduler scheduler, Jobs jobs, Duration patience) {
        this.scheduler = scheduler;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public List<PartReport> reports() {
        if (!scheduler.isStarting(patience)) {
            return List.of(PartReport.alarm(
                    PART,
                    Sentence.of(
                            "Nothing of it has been started for more than {0} s: payments left half-way and letters wait.",
                            patience.toSeconds()),
                    Sentence.of("Look after the database first. If it answers, restart this node.")));
        }
        try {
            return reports(jobs.states());
        } catch (DataAccessException | CannotCreateTransactionException away) {
            return List.of(
                    PartReport.alarm(PART, "It cannot be read how it is doing.", "Look after the database first."));
        }
    }

    private static List<PartReport> reports(List<JobState> states) {
        List<PartReport> reports = new ArrayList<>();
        for (JobState state : states) {
            int failures = state.failuresInARow();
            if (failures > 0) {
                Sentence says = Sentence.of(
                        failures == 1 ? "\"{0}\" has failed once." : "\"{0}\" has failed {1} times in a row.",
                        Sentence.of(state.label()),
                        failures);
                reports.add(
                        failures >= FAILURES_MAX
                                ? PartReport.alarm(
                                        PART,
                                        says,
                                        Sentence.of(
                                                "It is tried again at its time. What stopped it stands below, beside its name."))
                                : PartReport.attention(
                                        PART, says, Sentence.of("Nothing yet: it is tried again at its time.")));
            }
        }
        return reports.isEmpty() ? List.of(PartReport.works(PART, "All of it is done at its time.")) : reports;
    }
}
