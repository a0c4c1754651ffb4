/** How reports become security events: validated, in this program's spelling, and without personal data. */
@NullMarked
package network.fanz.security.monitoring.ingestion;

import org.jspecify.annotations.NullMarked;
