/**
 * The one currency that people pay in here, its scale, and whether it fits what is stored.
 *
 * <p>Invariants: it is set in one place; a program whose currency contradicts its data does not start.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.finance.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
