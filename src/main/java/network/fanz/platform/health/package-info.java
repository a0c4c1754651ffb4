/**
 * Whether the parts without which the program is not ready really work.
 *
 * <p>Invariants: a check uses what it checks; each caller is answered within a bounded time, and one check runs however many ask.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.platform.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
