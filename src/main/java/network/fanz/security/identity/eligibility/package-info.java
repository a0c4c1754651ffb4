/** Who may have an account: age and country by a versioned policy table, and a screen against imported sanctions lists. */
@NullMarked
package network.fanz.security.identity.eligibility;

import org.jspecify.annotations.NullMarked;
