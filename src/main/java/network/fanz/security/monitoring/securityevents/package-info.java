/** Security events as they are stored; nobody changes one. */
@NullMarked
package network.fanz.security.monitoring.securityevents;

import org.jspecify.annotations.NullMarked;
