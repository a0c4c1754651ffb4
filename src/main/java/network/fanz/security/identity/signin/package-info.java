/** The first step of signing in (a password), and the end of sessions. */
@NullMarked
package network.fanz.security.identity.signin;

import org.jspecify.annotations.NullMarked;
