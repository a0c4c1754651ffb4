/**
 * What creators say of themselves on their pages: a few words and links.
 *
 * <p>Invariants: others see nothing that an administrator has not looked at, exactly as it stands, and software before them; nobody decides about their own; what is
 * withdrawn is gone at once; nothing is shown of a creator whose account is not active.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.cardnumbers",
            "platform.events",
            "platform.mail",
            "platform.vault",
            "security.audit",
            "security.identity",
            "security.identity :: hosts",
            "content.catalogue"
        })
@NullMarked
package network.fanz.content.introductions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
