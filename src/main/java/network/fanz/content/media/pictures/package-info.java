/** Pictures of strangers: read within limits, and made anew for those who may see them. */
@NullMarked
package network.fanz.content.media.pictures;

import org.jspecify.annotations.NullMarked;
