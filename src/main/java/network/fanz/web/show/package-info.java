/** How pages write numbers, times and lines. */
@NullMarked
package network.fanz.web.show;

import org.jspecify.annotations.NullMarked;
