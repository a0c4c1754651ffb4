/** The books read back: statements, journal, balances as of any transfer, and the chain hashed anew. */
@NullMarked
package network.fanz.finance.ledger.queries;

import org.jspecify.annotations.NullMarked;
