/**
 * The time that the program goes by while the machine's clock is in doubt.
 *
 * <p>Invariants: a jump of the machine's clock ends nothing and deletes nothing until it is confirmed; health says so as long as it is in
 * doubt.
 */
@ApplicationModule(allowedDependencies = {"common", "platform.postgres", "platform.health"})
@NullMarked
package network.fanz.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
