/**
 * Limits, and blocks of addresses, right across nodes.
 *
 * <p>Invariants: never more than burst + rate x time in any window; a forged header moves no limit; money and sign-in are refused when the store is down.
 */
@ApplicationModule(
        allowedDependencies = {"common", "platform.postgres", "platform.events", "security.audit", "platform.vault"})
@NullMarked
package network.fanz.security.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
