/**
 * The seed's numbered flows, walked through from outside: over HTTP, with the rights of the user who does it, and nothing else.
 *
 * <p>Invariants: it calls no other module; each step says what it checked; a second walk over the same data works.
 */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package network.fanz.tools.walkthrough;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
