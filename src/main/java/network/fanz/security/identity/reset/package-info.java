/** A new password: chosen by an owner who is signed in, or by a mailed link, whose request does not tell who has an account. */
@NullMarked
package network.fanz.security.identity.reset;

import org.jspecify.annotations.NullMarked;
