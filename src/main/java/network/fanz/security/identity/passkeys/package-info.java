/** Passkeys: their ceremonies and the table of their public keys. */
@NullMarked
package network.fanz.security.identity.passkeys;

import org.jspecify.annotations.NullMarked;
