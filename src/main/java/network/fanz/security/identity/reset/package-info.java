/** A forgotten password is replaced by a mailed link; the request does not tell who has an account. */
@NullMarked
package network.fanz.security.identity.reset;

import org.jspecify.annotations.NullMarked;
