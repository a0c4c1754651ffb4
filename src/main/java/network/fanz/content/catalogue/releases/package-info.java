/** How a release goes from an upload to a page: its states, who moves it, and what is kept of each move. */
@NullMarked
package network.fanz.content.catalogue.releases;

import org.jspecify.annotations.NullMarked;
