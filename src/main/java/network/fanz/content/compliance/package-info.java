/**
 * What the law asks to be kept about the people in works: who they are, how old they were, and who has looked at their documents.
 *
 * <p>Invariants: nothing of a record is overwritten, an amendment says who made it, why and by what evidence; what is missing in a record is
 * said, and a record in which anything is missing counts as none; a look of the staff is in the audit log before they see anything; no
 * erasure of an account touches a record, and nothing but its time does.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.cardnumbers",
            "platform.events",
            "platform.idempotency",
            "platform.jobs",
            "platform.vault",
            "security.audit"
        })
@NullMarked
package network.fanz.content.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
