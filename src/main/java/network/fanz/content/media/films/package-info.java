/** Films: looked at, taken apart and made anew by processes that know one film and end with it. */
@NullMarked
package network.fanz.content.media.films;

import org.jspecify.annotations.NullMarked;
