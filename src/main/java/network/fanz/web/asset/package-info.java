/** Style sheets, symbols and islands, at addresses of their content. */
@NullMarked
package network.fanz.web.asset;

import org.jspecify.annotations.NullMarked;
