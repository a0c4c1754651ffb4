/** Who may have an account: age and country by a versioned table, and a screen against an imported sanctions list. */
@NullMarked
package network.fanz.security.identity.eligibility;

import org.jspecify.annotations.NullMarked;
