/** Invitations, roles, suspensions: what administrators decide about accounts, and never about the last of themselves. */
@NullMarked
package network.fanz.security.identity.staff;

import org.jspecify.annotations.NullMarked;
