/** What is shown of uploads: where it lies, and what it is. */
@NullMarked
package network.fanz.content.media.renditions;

import org.jspecify.annotations.NullMarked;
