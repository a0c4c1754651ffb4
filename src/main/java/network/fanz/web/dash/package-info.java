/** FanzDash: figures, security, operations and people, for staff. */
@NullMarked
package network.fanz.web.dash;

import org.jspecify.annotations.NullMarked;
