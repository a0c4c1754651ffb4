/** What this module tells the others. */
@NamedInterface("events")
@NullMarked
package network.fanz.content.compliance.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
