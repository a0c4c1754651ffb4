/** Where creators work on what they show: files that they send, and records of the people in them. */
@NullMarked
package network.fanz.web.studio;

import org.jspecify.annotations.NullMarked;
