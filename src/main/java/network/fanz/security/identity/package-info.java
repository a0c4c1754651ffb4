/**
 * Accounts, factors, sessions and roles: who is there, and how sure we are of it.
 *
 * <p>Invariants: all is refused that is not granted; staff and creators act only after a second factor; no answer tells whether an account exists.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.health",
            "platform.events",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "platform.mail",
            "platform.jobs",
            "security.ratelimit"
        })
@NullMarked
package network.fanz.security.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
