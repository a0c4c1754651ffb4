/**
 * Letters about money: receipts to those who paid, news to those who were paid, and what finance staff must look at.
 *
 * <p>Invariants: a letter follows from a durable event and is written once, however often the event comes; it goes to a confirmed address
 * alone; its subject says no more than the bank statement does; nobody reads another's address in it; what is about the reader's own
 * payment cannot be switched off.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.mail",
            "platform.health",
            "security.audit",
            "security.identity",
            "security.identity :: hosts",
            "finance.payments",
            "finance.payments :: events",
            "content.catalogue :: events"
        })
@NullMarked
package network.fanz.finance.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
