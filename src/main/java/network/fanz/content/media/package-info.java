/**
 * Files that creators send: received in pieces, and kept for whoever makes works of them.
 *
 * <p>Invariants: a file is seen by nobody but its owner; an offset that was acknowledged is never taken back, whatever is killed; of two who
 * write the same file one is refused; what a file is, its bytes say, and nothing else; nobody keeps more than their quota.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.cardnumbers",
            "platform.events",
            "platform.files",
            "platform.health",
            "platform.jobs",
            "platform.objects",
            "platform.vault",
            "security.audit"
        })
@NullMarked
package network.fanz.content.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
