/** The rules, applied in memory to one batch: nothing in here reads or writes, and the same input always gives the same draft. */
@NullMarked
package network.fanz.finance.ledger.rules;

import org.jspecify.annotations.NullMarked;
