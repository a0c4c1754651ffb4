/**
 * Work that the program does by itself: leases, schedules and progress.
 *
 * <p>Invariants: a job runs on one node at a time; a node that dies loses its lease and another goes on.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.health"})
@NullMarked
package network.fanz.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
