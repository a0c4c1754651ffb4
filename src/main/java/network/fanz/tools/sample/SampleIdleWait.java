package network.fanz.tools.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.events.SubscriptionState;
import network.fanz.platform.jobs.Jobs;
import network.fanz.tools.walkthrough.UnexpectedAnswer;

/** Waits until the program has done what follows from the past, so that the clock may go on. What never comes is an error. */
final class SampleIdleWait {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration WAIT_STEP = Duration.ofMillis(2);

    private final SampleClock clock;
    private final ParkedEvents events;
    private final Jobs jobs;

    SampleIdleWait(SampleClock clock, ParkedEvents events, Jobs jobs) {
        this.clock = clock;
        this.events = events;
        this.jobs = jobs;
    }

    /**
     * Waits until everyone has heard everything, so that no event is handled at a later time than its own.
     *
     * @throws UnexpectedAnswer if a subscription could not handle an event
     */
    void awaitSubscribers() {
        await("the events' subscribers", () -> events.hasCaughtUp() ? Optional.of(true) : Optional.empty());
        if (events.subscriptions().stream().mapToLong(SubscriptionState::failed).sum() > 0) {
            throw new UnexpectedAnswer("an event could not be handled");
        }
    }

    /** Waits until every job that was due has run, and then for what its events make others do. */
    void awaitJobs() {
        Instant now = clock.instant();
        await(
                "the jobs",
                () -> jobs.states().stream()
                                .allMatch(job -> !job.running() && job.nextAt().isAfter(now))
                        ? Optional.of(true)
                        : Optional.empty());
        awaitSubscribers();
    }

    /** @throws UnexpectedAnswer if it does not come */
    static <T> T await(String what, Supplier<Optional<T>> found) {
        long start = System.nanoTime();
        Optional<T> answer = found.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() - start > WAIT_MAX.toNanos()) {
                throw new UnexpectedAnswer("waited " + WAIT_MAX.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(WAIT_STEP.toNanos());
            answer = found.get();
        }
        return answer.get();
    }
}
