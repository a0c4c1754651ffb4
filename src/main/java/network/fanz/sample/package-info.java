/**
 * A made-up network with three months behind it, for whoever wants to look around: made through the public API by a clock that runs
 * from then to now.
 *
 * <p>Invariants: only in an empty data folder, which is a sample for ever after; the clock only goes forward; nothing of a sample leaves
 * the machine; the same program makes the same sample.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform.postgres",
            "platform.events",
            "platform.mail",
            "platform.program",
            "walkthrough"
        })
@NullMarked
package network.fanz.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
