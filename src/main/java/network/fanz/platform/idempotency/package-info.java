/**
 * Changing requests that are sent again get the stored answer.
 *
 * <p>Invariants: a key belongs to account, method and path; the stored answer is given again byte for byte; an answer that carries a
 * secret is never stored; stored answers are ciphertext; a key whose request failed, or was refused for who or when it was, is free again.
 * What a handler does must itself bear being repeated, for a crash may come between its commit and ours: it passes the key on.
 * Whoever has a key keeps it for its lease, unless it is certain that the run of the program that has it is gone.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.vault", "platform.jobs"})
@NullMarked
package network.fanz.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
