/**
 * Limits, and blocks of addresses, right across nodes; and where a request comes from.
 *
 * <p>Invariants: never more than burst + rate x time in any window; a refused request uses up nothing; a forged header changes no limit,
 * block or origin; sign-in and money are refused when the store is down; a block is on an address, never on an account; no address is
 * exempt; what strangers use up refuses nobody who is known.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.jobs",
            "security.audit",
            "platform.vault"
        })
@NullMarked
package network.fanz.security.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
