/**
 * The audit log: who did what to whom, on whose behalf, chained by hashes.
 *
 * <p>Invariants: entries are only added; each entry holds the previous entry's hash; entries hold ids only.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.settings", "platform.events"})
@NullMarked
package network.fanz.security.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
