package network.fanz.finance.payments;

import network.fanz.common.Money;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * What creators earned: shares booked in the period less shares reversed in it.
 *
 * @param creators how many had a payment or a refund booked
 * @param average total over creators, rounded down to a base unit; null if there are none
 */
public record CreatorEarnings(
        Period period, long creators, Money total, @Nullable Money average) {}
