package network.fanz.platform.jobs;

import java.time.Clock;
import java.util.List;

/** What the program does by itself, and how that is going. */
public class Jobs {
    private final JobScheduler scheduler;
    private final JobStore store;
    private final Clock clock;

    Jobs(JobScheduler scheduler, JobStore store, Clock clock) {
        this.scheduler = scheduler;
        this.store = store;
        this.clock = clock;
    }

    /** Every job of this program, by name. */
    public List<JobState> states() {
        return store.states(clock.instant()).stream()
                .filter(state -> scheduler.has(state.name()))
                .toList();
    }
}
