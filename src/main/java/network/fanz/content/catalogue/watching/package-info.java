/** Who may watch what is published, and how it goes out: each request is looked at anew, and whatever is not there says no. */
@NullMarked
package network.fanz.content.catalogue.watching;

import org.jspecify.annotations.NullMarked;
