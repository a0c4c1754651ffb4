/** What a payment provider must offer; each vendor has a sub-package of its own beside this one. */
@NullMarked
package network.fanz.finance.payments.spi;

import org.jspecify.annotations.NullMarked;
