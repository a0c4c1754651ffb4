/** What a reader types into a page, and what is wrong with it. */
@NullMarked
package network.fanz.web.form;

import org.jspecify.annotations.NullMarked;
