/** Where a request comes from: its address, also behind proxies, and the country by an operator's table. */
@NullMarked
package network.fanz.security.ratelimit.origin;

import org.jspecify.annotations.NullMarked;
