/**
 * The double-entry ledger: accounts, postings, holds and the chain of blocks over them.
 *
 * <p>Invariants: every asset sums to zero; no balance breaks its bound; an entry is never changed; the same id always gets the same
 * outcome.
 *
 * <p>{@code rules} decides, {@code engine} commits, {@code queries} reads back and verifies, {@code hand} keeps what people propose; this package has what other modules use.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.settings",
            "platform.health",
            "platform.events",
            "platform.jobs",
            "security.audit",
            "security.identity",
            "finance.currency",
            "platform.idempotency",
            "platform.vault"
        })
@NullMarked
package network.fanz.finance.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
