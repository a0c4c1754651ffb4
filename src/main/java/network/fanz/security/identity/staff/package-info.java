/** Invitations, roles and suspensions: what administrators decide about accounts; the last administrator cannot be removed. */
@NullMarked
package network.fanz.security.identity.staff;

import org.jspecify.annotations.NullMarked;
