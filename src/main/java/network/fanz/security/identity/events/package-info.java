/** The events that this module publishes. */
@NamedInterface("events")
@NullMarked
package network.fanz.security.identity.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
