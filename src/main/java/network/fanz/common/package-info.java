/**
 * What all modules share: money, ids, problems, events, and who may do what.
 *
 * <p>Invariants: no beans, no tables, no dependency on any module.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package network.fanz.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
