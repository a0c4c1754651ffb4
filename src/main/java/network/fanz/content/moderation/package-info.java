/**
 * What must not be shown, and people who decide what is: banks of hashes, the queue of what waits for a person, their decisions, the policy
 * that says what to look at first, and what others report.
 *
 * <p>Invariants: a bank holds hashes and never a picture; what was withdrawn matches no more, on every node and at once; whoever cannot
 * tell what the banks hold at this moment says so, and never that a file is clean; what stands in a child-safety bank is seen by custodians
 * and administrators alone. Nothing is clear that a person has not approved, exactly as it is; software ranks and holds, and never clears;
 * nobody decides about their own work, and nobody looks at one without a row in the audit log.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.cardnumbers",
            "platform.events",
            "platform.health",
            "platform.jobs",
            "platform.vault",
            "security.audit",
            "security.ratelimit",
            "security.identity",
            "content.media",
            "content.catalogue",
            "content.catalogue :: events",
            "content.introductions",
            "content.intelligence"
        })
@NullMarked
package network.fanz.content.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
