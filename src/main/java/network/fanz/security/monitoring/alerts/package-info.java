/** From events to alerts: what belongs together, what follows at once, and who is told when nobody takes it up. */
@NullMarked
package network.fanz.security.monitoring.alerts;

import org.jspecify.annotations.NullMarked;
