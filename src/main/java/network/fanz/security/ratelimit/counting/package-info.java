/** What a limit lets through: the pure arithmetic, and the same counted in the database for all nodes. */
@NullMarked
package network.fanz.security.ratelimit.counting;

import org.jspecify.annotations.NullMarked;
