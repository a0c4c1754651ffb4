/**
 * What the law asks to be known and kept about people: who creators are and what they have signed before they upload; and who the people in
 * works are, how old they were, and who has looked at their documents.
 *
 * <p>Invariants: nothing of a record is overwritten, an amendment says who made it, why and by what evidence; what is missing in a record is
 * said, and a record in which anything is missing counts as none; nobody signs a consent for somebody else, and one that is taken back takes
 * the work down in the same transaction; a look of the staff is in the audit log before they see anything; no erasure of an account touches a
 * record, and nothing but its time does. A check of a creator's identity leaves a state only by a transition of
 * {@code VerificationTransitions}; what a provider sends moves nothing by itself, it makes us ask; what is missing or over refuses.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.cardnumbers",
            "platform.events",
            "platform.health",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.objects",
            "platform.vault",
            "security.audit",
            "security.identity",
            "security.identity :: hosts",
            "security.ratelimit",
            "content.media",
            "content.catalogue",
            "content.catalogue :: events",
            "content.moderation"
        })
@NullMarked
package network.fanz.content.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
