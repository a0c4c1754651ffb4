/** Sessions in a table, so that any node serves any request. A request reads its session once, and the client's token is never stored. */
@NullMarked
package network.fanz.security.identity.sessions;

import org.jspecify.annotations.NullMarked;
