/**
 * What makes the parts one program: its profile, its port, what it says when it cannot start, its traces, and the door in front of its
 * figures.
 *
 * <p>Invariants: the profile local listens on loopback only, and no other has a sandbox; figures are read only with the installation's own token; nothing that
 * a caller sends becomes part of a log line unless it has the exact form of a trace id.
 */
@ApplicationModule(
        allowedDependencies = {"common", "platform.postgres", "platform.settings", "platform.events", "platform.health"
        })
@NullMarked
package network.fanz.platform.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
