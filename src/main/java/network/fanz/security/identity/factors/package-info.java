/** The second factor: its codes, recovery codes, and the limits on attempts. */
@NullMarked
package network.fanz.security.identity.factors;

import org.jspecify.annotations.NullMarked;
