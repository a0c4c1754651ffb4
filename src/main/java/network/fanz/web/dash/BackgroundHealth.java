package network.fanz.web.dash;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import network.fanz.platform.events.SubscriptionState;
import network.fanz.platform.jobs.JobState;
import network.fanz.platform.mail.MailState;

/** How what runs by itself is doing. */
public record BackgroundHealth(List<SubscriptionState> subscriptions, List<JobState> jobs, MailState mail) {
    public long parkedEvents() {
        return subscriptions.stream().mapToLong(SubscriptionState::failed).sum();
    }

    /** The subscription with most still to do; empty if none is behind. */
    public Optional<SubscriptionState> farthestBehind() {
        return subscriptions.stream()
                .filter(state -> state.behind() > 0)
                .max(Comparator.comparingLong(SubscriptionState::behind));
    }

    public long failingJobs() {
        return jobs.stream().filter(job -> job.failuresInARow() > 0).count();
    }

    public boolean isHealthy() {
        return parkedEvents() == 0 && failingJobs() == 0 && mail.failed() == 0;
    }
}
