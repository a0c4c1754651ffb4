/** Passwords: which are accepted, and how they are hashed and compared. */
@NullMarked
package network.fanz.security.identity.passwords;

import org.jspecify.annotations.NullMarked;
