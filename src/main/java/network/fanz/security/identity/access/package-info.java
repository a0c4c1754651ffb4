/** The only place where requests are admitted or refused: the filter chains, and {@code @Access} before every handler. */
@NullMarked
package network.fanz.security.identity.access;

import org.jspecify.annotations.NullMarked;
