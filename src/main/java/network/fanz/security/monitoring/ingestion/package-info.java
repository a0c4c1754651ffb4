/** What becomes a security event: checked, spelled as this program spells, and without personal data. */
@NullMarked
package network.fanz.security.monitoring.ingestion;

import org.jspecify.annotations.NullMarked;
