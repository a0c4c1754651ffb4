package network.fanz.finance.payments.reports;

import network.fanz.common.Money;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * How much was paid: payments booked in the period, refunds not taken off.
 *
 * @param average amount over count, rounded down to a base unit; null if nothing was paid
 */
public record TransactionVolume(
        Period period, long count, Money amount, @Nullable Money average) {}
