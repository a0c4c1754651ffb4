/** Group commit: who waits, who goes next, what is foreseen, and how a draft gets into the database as a whole or not at all. */
@NullMarked
package network.fanz.finance.ledger.engine;

import org.jspecify.annotations.NullMarked;
