/** What of payments the people in them may have as a file. */
@NullMarked
package network.fanz.finance.payments.own;

import org.jspecify.annotations.NullMarked;
