/** How obligations stand, counted from rows. */
@NullMarked
package network.fanz.content.compliance.status;

import org.jspecify.annotations.NullMarked;
