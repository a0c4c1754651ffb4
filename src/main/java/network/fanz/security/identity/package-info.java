/**
 * Accounts, factors, sessions and roles: who sends a request, and how well that is proved.
 *
 * <p>Invariants: what is not granted is refused; staff and creators act only after a second factor; no answer tells whether an account
 * exists.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.settings",
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
