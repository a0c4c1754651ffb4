/** How much a limit lets through, counted in the database for all nodes. */
@NullMarked
package network.fanz.security.ratelimit.counting;

import org.jspecify.annotations.NullMarked;
