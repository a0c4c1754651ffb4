/** The operator's fee tables. */
@NullMarked
package network.fanz.finance.payments.fees;

import org.jspecify.annotations.NullMarked;
