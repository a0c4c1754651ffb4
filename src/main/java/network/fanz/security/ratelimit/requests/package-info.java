/** Counts requests as they come in: what a request is for, which limits it takes from, and what its client is told. */
@NullMarked
package network.fanz.security.ratelimit.requests;

import org.jspecify.annotations.NullMarked;
