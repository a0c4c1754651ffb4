/** What other modules tell, in the words of security events. */
@NullMarked
package network.fanz.security.monitoring.signals;

import org.jspecify.annotations.NullMarked;
