/** Sums over payments, for staff. */
@NullMarked
package network.fanz.finance.payments.reports;

import org.jspecify.annotations.NullMarked;
