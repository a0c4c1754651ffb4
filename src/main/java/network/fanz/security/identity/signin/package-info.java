/** A password checked, an attempt counted and told, a session ended. */
@NullMarked
package network.fanz.security.identity.signin;

import org.jspecify.annotations.NullMarked;
