/** What fans ask for: to be given a payment back, by its creator or by finance staff. */
@NullMarked
package network.fanz.finance.payments.requests;

import org.jspecify.annotations.NullMarked;
