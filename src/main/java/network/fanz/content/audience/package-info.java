/**
 * Who watches what: views and their figures, what a fan has watched, and whom a fan follows.
 *
 * <p>Invariants: a view is counted on the server, of bytes that have gone out, and no row is written a segment; asking again makes no
 * second view; a view tells nobody who watched; what a fan watched and follows is theirs alone; whatever shows a work asks the catalogue.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "platform.vault",
            "security.identity",
            "content.media",
            "content.catalogue"
        })
@NullMarked
package network.fanz.content.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
