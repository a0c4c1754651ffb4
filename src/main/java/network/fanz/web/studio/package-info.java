/** Where creators work on what they show: files that they send. */
@NullMarked
package network.fanz.web.studio;

import org.jspecify.annotations.NullMarked;
