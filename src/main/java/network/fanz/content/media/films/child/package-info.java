/** What runs in a process of its own, and nowhere else: it takes films apart by libraries that were not written in Java. */
@NullMarked
package network.fanz.content.media.films.child;

import org.jspecify.annotations.NullMarked;
