/** What this module tells the others. */
@NamedInterface("events")
@NullMarked
package network.fanz.content.audience.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
