/**
 * Finds published works by their words.
 *
 * <p>Invariants: what the index says is shown to nobody before the catalogue was asked, at that moment, whether it is still shown; what is
 * counted was asked about as well. Each node has an index of its own, made of the database alone, which can be deleted at any time. What is typed
 * is never a fault: it is read, or refused in words.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.files",
            "platform.postgres",
            "platform.events",
            "platform.health",
            "security.identity",
            "security.identity :: events",
            "content.media",
            "content.catalogue"
        })
@NullMarked
package network.fanz.content.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
