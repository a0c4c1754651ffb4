/** The brands' first pages and the notice for adults. */
@NullMarked
package network.fanz.web.home;

import org.jspecify.annotations.NullMarked;
