/** What people propose to post by hand, and what became of it. */
@NullMarked
package network.fanz.finance.ledger.hand;

import org.jspecify.annotations.NullMarked;
