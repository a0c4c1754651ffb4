/**
 * What creators offer, and who may have it.
 *
 * <p>Invariants: access is granted by a settled payment alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "security.identity",
            "finance.currency",
            "finance.payments",
            "finance.payments :: events"
        })
@NullMarked
package network.fanz.content.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
