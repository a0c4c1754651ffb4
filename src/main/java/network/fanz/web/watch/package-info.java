/** Where published works are seen: tiles, the watch page, and the way to a proof of age. */
@NullMarked
package network.fanz.web.watch;

import org.jspecify.annotations.NullMarked;
