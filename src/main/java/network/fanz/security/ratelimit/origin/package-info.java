/** Where a request comes from: its address, also behind proxies, and the country that an operator's table gives it. */
@NullMarked
package network.fanz.security.ratelimit.origin;

import org.jspecify.annotations.NullMarked;
