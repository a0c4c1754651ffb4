/** Reads the ledger back: statements, journal, balances as of any transfer, and verification of the chain. */
@NullMarked
package network.fanz.finance.ledger.queries;

import org.jspecify.annotations.NullMarked;
