/**
 * What creators offer, and who may have it.
 *
 * <p>Invariants: access is granted by a settled payment alone; a work is seen by nobody but its creator and staff until a person and every gate
 * have said yes to exactly its bytes and words; a check that fails, is missing or does not answer holds it.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "platform.cardnumbers",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "content.media",
            "security.identity",
            "finance.currency",
            "finance.payments",
            "finance.payments :: events"
        })
@NullMarked
package network.fanz.content.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
