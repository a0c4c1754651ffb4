/** What whoever keeps a copy of published works asks: which there are, which have changed, and which are still shown. */
@NullMarked
package network.fanz.content.catalogue.listing;

import org.jspecify.annotations.NullMarked;
