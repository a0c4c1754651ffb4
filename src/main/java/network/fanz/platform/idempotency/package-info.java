/**
 * Changing requests that are sent again get the stored answer.
 *
 * <p>Invariants: a key belongs to account, method and path; an answer that carries a secret is never stored.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres"})
@NullMarked
package network.fanz.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
