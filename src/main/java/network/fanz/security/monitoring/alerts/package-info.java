/**
 * From events to alerts: which events belong together, which steps follow at once, and who is told of an unacknowledged alert.
 */
@NullMarked
package network.fanz.security.monitoring.alerts;

import org.jspecify.annotations.NullMarked;
