/**
 * The state machine of payments and what moves it: the buyer's request, providers' messages, refunds, and the job that drives what was
 * left half-way.
 *
 * <p>Where to look: {@link network.fanz.finance.payments.lifecycle.PaymentTransitions} is the table of states,
 * {@link network.fanz.finance.payments.lifecycle.StateChange} what can happen,
 * {@link network.fanz.finance.payments.lifecycle.TransitionEvents} what others are told of it, and
 * {@link network.fanz.finance.payments.BuyerMessages} what buyers and sellers read.
 */
@NullMarked
package network.fanz.finance.payments.lifecycle;

import org.jspecify.annotations.NullMarked;
