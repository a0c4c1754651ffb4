/**
 * The five front ends: which brand a host is, the frame that all pages share, forms that work without script, and problems in words.
 *
 * <p>Invariants: a page changes nothing that the same facade call behind the API would not change; no inline script or style; no
 * link leads nowhere (tried by a browser on every page); what a brand looks like is one file of tokens and its pictures.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform.postgres",
            "platform.settings",
            "platform.health",
            "platform.mail",
            "platform.jobs",
            "platform.idempotency",
            "common",
            "journeys",
            "finance.payments",
            "finance.letters",
            "content.catalogue",
            "content.search",
            "content.audience",
            "content.introductions",
            "content.media",
            "content.compliance",
            "content.moderation",
            "security.identity",
            "security.identity :: sessions",
            "security.identity :: hosts",
            "security.audit",
            "security.fraud",
            "security.ratelimit",
            "security.monitoring",
            "insight.analytics",
            "finance.ledger",
            "platform.events"
        })
@NullMarked
package network.fanz.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
