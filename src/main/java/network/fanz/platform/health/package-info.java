/**
 * Whether the parts without which the program is not ready really work.
 *
 * <p>Invariants: a check uses what it checks; whoever asks is answered within a bounded time, and however many ask, one check runs.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.platform.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
