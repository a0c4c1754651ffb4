/** The frame that all pages share, and the ways from one page to the next. */
@NullMarked
package network.fanz.web.page;

import org.jspecify.annotations.NullMarked;
