/** Live streams of new events: one reader of the log on each node, and many streams. */
@NullMarked
package network.fanz.security.monitoring.live;

import org.jspecify.annotations.NullMarked;
