/**
 * Security events, alerts and their metrics.
 *
 * <p>Invariants: a recorded event never changes; other modules do not call this module, it subscribes to their events.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.program",
            "security.audit",
            "platform.idempotency",
            "platform.vault",
            "platform.jobs",
            "security.ratelimit",
            "security.ratelimit :: events",
            "security.identity",
            "security.identity :: hosts",
            "security.identity :: events",
            "security.fraud :: events",
            "finance.ledger :: events",
            "finance.payments",
            "finance.payments :: events",
            "content.catalogue :: events",
            "content.compliance :: events",
            "content.moderation :: events"
        })
@NullMarked
package network.fanz.security.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
