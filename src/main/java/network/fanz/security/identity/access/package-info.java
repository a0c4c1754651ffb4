/** The one place where requests are let in or refused: the filter chains, and {@code @Access} before every handler. */
@NullMarked
package network.fanz.security.identity.access;

import org.jspecify.annotations.NullMarked;
