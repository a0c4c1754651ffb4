/** Translates other modules' events into security events. */
@NullMarked
package network.fanz.security.monitoring.signals;

import org.jspecify.annotations.NullMarked;
