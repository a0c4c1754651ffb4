package network.fanz.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job's times as they stand in the table, each by the clock of the node that wrote it.
 *
 * @param leaseUntil until when a node has it; null if none has
 */
record JobSchedule(String name, Instant nextAt, @Nullable Instant leaseUntil) {}
