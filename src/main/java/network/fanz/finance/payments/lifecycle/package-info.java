/**
 * The state machine of payments and what moves it: the buyer's request, providers' messages, refunds, and the job that drives what was
 * left half-way.
 */
@NullMarked
package network.fanz.finance.payments.lifecycle;

import org.jspecify.annotations.NullMarked;
