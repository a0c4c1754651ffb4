/** The events that this module emits. */
@NamedInterface("events")
@NullMarked
package network.fanz.security.ratelimit.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
