/**
 * The audit log: who did what to whom, on whose behalf, chained by hashes.
 *
 * <p>Invariants: entries are only added; each holds the hash of the one before it; ids only.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.events"})
@NullMarked
package network.fanz.security.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
