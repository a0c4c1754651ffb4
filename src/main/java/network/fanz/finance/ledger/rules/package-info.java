/** The ledger's rules, applied in memory to one batch: no input or output, and the same input always gives the same draft. */
@NullMarked
package network.fanz.finance.ledger.rules;

import org.jspecify.annotations.NullMarked;
