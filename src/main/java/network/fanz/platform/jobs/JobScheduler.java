package network.fanz.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.common.StopPhase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the jobs that are due and that no other node has, each on a thread of its own, and renews their leases meanwhile. */
final class JobScheduler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

    private final UUID node = UUID.randomUUID();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final Map<String, Thread> claimed = new ConcurrentHashMap<>();
    private final JobStore store;
    private final JobSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private @Nullable ScheduledExecutorService watch;
    private volatile boolean running;
    private final DueJobs dueJobs;
    private volatile @Nullable Long looked;

    JobScheduler(Collection<Job> jobs, JobStore store, JobSettings settings, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.dueJobs = new DueJobs(settings.lease(), System::nanoTime);
        for (Job job : jobs) {
            if (this.jobs.putIfAbsent(job.name(), job) != null) {
                throw new IllegalStateException("Two jobs are named " + job.name());
            }
        }
    }

    @Override
    public void start() {
        jobs.keySet().forEach(name -> store.register(name, clock.instant()));
        running = true;
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("jobs-", 0).daemon(true).factory());
        long renewal = settings.lease().toMillis() / 3;
        executor.scheduleWithFixedDelay(
                () -> logFailures(this::startDue), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(() -> logFailures(this::renew), renewal, renewal, TimeUnit.MILLISECONDS);
        watch = executor;
    }

    /** Waits for running jobs, then interrupts them; leases are renewed until the last has ended. */
    @Override
    public void stop() {
        running = false;
        if (!ended(settings.stopMax())) {
            threads.values().forEach(Thread::interrupt);
            ended(settings.stopMax());
        }
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Jobs end once no request comes any more, and before the subscriptions, which get the jobs' last events. */
    @Override
    public int getPhase() {
        return StopPhase.JOBS;
    }

    /**
     * Whether this node looks for due jobs, and starts those that are due. It is told by a ticker that never jumps: after a jump of the
     * clock nobody would learn otherwise that nothing starts any more.
     *
     * @param patience how long a look, or a start, may take
     */
    boolean isStarting(Duration patience) {
        Long last = looked;
        return last != null
                && System.nanoTime() - last <= patience.toNanos()
                && dueJobs.longestWait().compareTo(patience) <= 0;
    }

    boolean has(String job) {
        return jobs.containsKey(job);
    }

    private void startDue() {
        List<JobSchedule> schedules = store.schedules();
        looked = System.nanoTime();
        Instant now = clock.instant();
        for (JobSchedule schedule : schedules) {
            String name = schedule.name();
            Job job = jobs.get(name);
            if (job != null && dueJobs.isDue(schedule, job.every(), now) && running) {
                // The map's lock, not the database's: this node runs a job of one name once, whatever its lease says.
                threads.computeIfAbsent(
                        name,
                        absent -> Thread.ofPlatform()
                                .name("job-" + name)
                                .daemon(true)
                                .start(() -> run(job, schedule)));
            }
        }
    }

    private void run(Job job, JobSchedule schedule) {
        try {
            Instant now = clock.instant();
            if (store.claim(schedule, node, now, now.plus(settings.lease()))) {
                claimed.put(job.name(), Thread.currentThread());
                runClaimed(job);
            }
        } catch (Throwable failed) {
            LOG.warn("The job {} could not be claimed or ended: {}", job.name(), RedactedFailure.describe(failed));
        } finally {
            threads.remove(job.name());
        }
    }

    private void runClaimed(Job job) {
        long started = System.nanoTime();
        String outcome = "done";
        String error = null;
        try {
            job.work().run();
        } catch (InterruptedException interrupted) {
            outcome = "stopped";
        } catch (Throwable failed) {
            outcome = Thread.currentThread().isInterrupted() ? "stopped" : "failed";
            error = RedactedFailure.describe(failed);
            LOG.warn("The job {} failed: {}", job.name(), error);
        }
        claimed.remove(job.name());
        dueJobs.ended(job.name());
        // The end must be written even by an interrupted thread, or the next node waits for the lease to run out.
        boolean interrupted = Thread.interrupted() || outcome.equals("stopped");
        meters.timer("fanz.jobs", "job", job.name(), "outcome", outcome)
                .record(Duration.ofNanos(System.nanoTime() - started));
        Instant now = clock.instant();
        store.end(job.name(), node, outcome, error, now, interrupted ? now : now.plus(job.every()));
    }

    /**
     * A job whose lease has passed to another node must not go on here. One whose end could not be written is not renewed: its lease runs
     * out, and the job comes again.
     */
    private void renew() {
        Map<String, Thread> before = Map.copyOf(claimed);
        if (before.isEmpty()) {
            return;
        }
        Set<String> held = store.renew(node, before.keySet(), clock.instant().plus(settings.lease()));
        before.forEach((name, thread) -> {
            if (!held.contains(name) && claimed.get(name) == thread) {
                LOG.warn("The lease of the job {} was lost", name);
                thread.interrupt();
            }
        });
    }

    /** Also an {@link Error}: a step that throws is never run again by its schedule, and every job would stand still for ever. */
    private static void logFailures(Runnable step) {
        try {
            step.run();
        } catch (Throwable failed) {
            LOG.warn("Jobs could not be looked at: {}", RedactedFailure.describe(failed));
        }
    }

    private boolean ended(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads.values()) {
                long left = deadline - System.nanoTime();
                if (!thread.join(Duration.ofNanos(Math.max(1, left)))) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
