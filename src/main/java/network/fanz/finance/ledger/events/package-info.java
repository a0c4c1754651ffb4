/** The events that this module publishes. */
@NamedInterface("events")
@NullMarked
package network.fanz.finance.ledger.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
