/** Security events as they are stored; they never change. */
@NullMarked
package network.fanz.security.monitoring.securityevents;

import org.jspecify.annotations.NullMarked;
