package network.fanz.platform.jobs;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that the program does again and again; every bean of this type is run, on one node at a time. It must be repeatable: a
 * node that dies half-way leaves it to another, which starts it anew.
 *
 * @param name module and purpose, such as {@code payments.drive}: its key in the database
 * @param every from one run's end to the next one's start; a quarter of a second at least
 * @param work what to do; it is interrupted when the program stops or the lease is lost, and it opens its own transactions
 */
public record Job(String name, Duration every, JobTask work) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,80}");
    private static final Duration EVERY_MIN = Duration.ofMillis(250);

    /** May throw: the run then counts as failed, and the next comes at its time. */
    @FunctionalInterface
    public interface JobTask {
        void run() throws Exception;
    }

    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a job's name: " + name);
        }
        if (every.compareTo(EVERY_MIN) < 0) {
            throw new IllegalArgumentException(name + " may run every 250 ms at most");
        }
    }
}
