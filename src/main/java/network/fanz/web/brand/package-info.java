/** Which brand a request is for, and what that decides: its pages, its addresses, and what a browser may do with them. */
@NullMarked
package network.fanz.web.brand;

import org.jspecify.annotations.NullMarked;
