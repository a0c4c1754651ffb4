/** New events as they come, to whoever watches: one reader of the log a node, many streams. */
@NullMarked
package network.fanz.security.monitoring.live;

import org.jspecify.annotations.NullMarked;
