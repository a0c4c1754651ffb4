/** Addresses from which strangers are refused signing in for a while. */
@NullMarked
package network.fanz.security.ratelimit.blocks;

import org.jspecify.annotations.NullMarked;
