/**
 * Payments from authorisation to settlement and refund, and what they bring in.
 *
 * <p>Invariants: every step can be repeated; money is taken once or not at all; an unknown outcome keeps its hold until it is resolved.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.health",
            "platform.cardnumbers",
            "platform.events",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "platform.jobs",
            "security.identity",
            "security.fraud",
            "finance.currency",
            "finance.ledger",
            "finance.ledger :: events"
        })
@NullMarked
package network.fanz.finance.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
