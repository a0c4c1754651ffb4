/**
 * Stories across modules: each joins facades in the order in which the story is told.
 *
 * <p>Invariants: no tables; a journey that merely forwards is deleted.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "security.audit",
            "security.identity",
            "security.ratelimit",
            "finance.ledger",
            "finance.payments",
            "content.catalogue"
        })
@NullMarked
package network.fanz.journeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
