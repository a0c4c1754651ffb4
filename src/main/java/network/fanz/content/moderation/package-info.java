/**
 * Banks of hashes of what must not be shown, and the look at a file's hashes.
 *
 * <p>Invariants: a bank holds hashes and never a picture; what was withdrawn matches no more, on every node and at once; whoever cannot
 * tell what the banks hold at this moment says so, and never that a file is clean; what stands in a child-safety bank is seen by custodians
 * and administrators alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.health",
            "security.audit",
            "security.identity",
            "content.media",
            "content.catalogue",
            "content.intelligence"
        })
@NullMarked
package network.fanz.content.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
