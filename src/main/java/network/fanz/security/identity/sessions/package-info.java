/** Sessions in a table, so that any node serves any request: one read a request, and the client's token is never stored. */
@NullMarked
package network.fanz.security.identity.sessions;

import org.jspecify.annotations.NullMarked;
