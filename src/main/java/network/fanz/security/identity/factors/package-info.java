/** The second factor: codes, recovery codes, and how often somebody may try. */
@NullMarked
package network.fanz.security.identity.factors;

import org.jspecify.annotations.NullMarked;
