package network.fanz.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Decides which jobs may be started. The times in the table were written by a clock that may have jumped since, or by a node whose clock
 * differs from this node's. So no time is believed that lies further ahead than its writer can have meant: then this node's own ticker
 * decides, which never jumps. And no lease is taken from a node that still gives signs of life, whatever the clocks say.
 */
final class DueJobs {
    /** How far the clocks of two nodes differ without anything being wrong. */
    static final Duration SKEW_MAX = Duration.ofSeconds(5);

    private final Duration lease;
    private final LongSupplier ticker;
    private final Map<String, SeenLease> leases = new ConcurrentHashMap<>();
    private final Map<String, Long> endedAt = new ConcurrentHashMap<>();
    private final Map<String, Long> dueSince = new ConcurrentHashMap<>();

    /** @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime} */
    DueJobs(Duration lease, LongSupplier ticker) {
        this.lease = lease;
        this.ticker = ticker;
    }

    boolean isDue(JobSchedule job, Duration every, Instant now) {
        // Both are asked each time: a lease is watched from when it is first seen.
        boolean free = isFree(job, now);
        boolean due = hasCome(job, every, now) && free;
        if (due) {
            dueSince.putIfAbsent(job.name(), ticker.getAsLong());
        } else {
            dueSince.remove(job.name());
        }
        return due;
    }

    /** A run has ended on this node. */
    void ended(String job) {
        endedAt.put(job, ticker.getAsLong());
    }

    /** How long the job that waits longest has been due without being started. */
    Duration longestWait() {
        long now = ticker.getAsLong();
        return Duration.ofNanos(
                dueSince.values().stream().mapToLong(since -> now - since).max().orElse(0));
    }

    private boolean hasCome(JobSchedule job, Duration every, Instant now) {
        if (!job.nextAt().isAfter(now)) {
            return true;
        }
        Long ended = endedAt.get(job.name());
        return job.nextAt().isAfter(now.plus(every).plus(SKEW_MAX))
                && (ended == null || ticker.getAsLong() - ended >= every.toNanos());
    }

    private boolean isFree(JobSchedule job, Instant now) {
        Instant until = job.leaseUntil();
        if (until == null) {
            leases.remove(job.name());
            return true;
        }
        // A node renews three times in the life of a lease.
        boolean silent = silence(job.name(), until).compareTo(lease.dividedBy(2)) >= 0;
        return silent && (!until.isAfter(now) || until.isAfter(now.plus(lease).plus(SKEW_MAX)));
    }

    private Duration silence(String job, Instant until) {
        long now = ticker.getAsLong();
        SeenLease seen = leases.get(job);
        if (seen == null || !seen.until.equals(until)) {
            seen = new SeenLease(until, now);
            leases.put(job, seen);
        }
        return Duration.ofNanos(now - seen.since);
    }

    private record SeenLease(Instant until, long since) {}
}
