/**
 * What comes in before anybody has read it: connections, open requests and the bytes of bodies, each with a budget by address and in all.
 *
 * <p>Nothing is buffered before its bytes have come, and nothing is read before the request's limits have been taken from. A share of what
 * is free is all that one address ever gets: dozens who take all they can leave something for the next.
 */
@NullMarked
package network.fanz.security.ratelimit.intake;

import org.jspecify.annotations.NullMarked;
