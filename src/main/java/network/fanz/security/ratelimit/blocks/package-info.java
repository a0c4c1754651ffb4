/** Addresses that are refused signing in and paying for a while. */
@NullMarked
package network.fanz.security.ratelimit.blocks;

import org.jspecify.annotations.NullMarked;
