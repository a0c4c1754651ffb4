/** Saved ways to pay, sealed. */
@NullMarked
package network.fanz.finance.payments.methods;

import org.jspecify.annotations.NullMarked;
