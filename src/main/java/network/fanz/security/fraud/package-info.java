/**
 * How risky a payment is: deterministic rules with reasons, as data in {@code fraud/rules.json}.
 *
 * <p>Invariants: the same payment always gets the same score; an error declines; no single habit of an honest fan does, and what a
 * declined buyer reads is true.
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
