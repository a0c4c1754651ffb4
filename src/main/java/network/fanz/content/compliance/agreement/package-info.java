/** The agreement that creators sign before they upload: its versions, and who has signed which. */
@NullMarked
package network.fanz.content.compliance.agreement;

import org.jspecify.annotations.NullMarked;
