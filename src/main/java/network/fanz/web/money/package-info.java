/** Where fans and creators meet money: creators' pages, checkout, library, wallet, and the price of a pass. */
@NullMarked
package network.fanz.web.money;

import org.jspecify.annotations.NullMarked;
