/**
 * How risky a payment is: deterministic rules with reasons.
 *
 * <p>Invariants: the same payment always gets the same score; an error declines.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "security.identity"
        })
@NullMarked
package network.fanz.security.fraud;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
