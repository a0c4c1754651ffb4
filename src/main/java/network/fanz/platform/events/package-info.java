/**
 * Durable events: one append-only log and named subscriptions that read it in order.
 *
 * <p>Invariants: an event is written in its publisher's transaction; every subscription sees every event at least once, and events of one
 * key in order; an event that cannot be handled is parked, with all later events of its key where order matters, and events of other keys go on; an
 * older version of the program never moves a subscription past events that only a newer one handles; what is given up is told; a read
 * model is never built again in place, but beside the one that is read; what strangers cause is
 * forgotten once all have seen it.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.health", "platform.jobs"})
@NullMarked
package network.fanz.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
