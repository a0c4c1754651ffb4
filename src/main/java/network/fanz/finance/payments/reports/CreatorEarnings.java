package network.fanz.finance.payments.reports;

import network.fanz.common.Money;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * What creators earned: shares booked in the period less shares reversed in it.
 *
 * @param creators how many had a payment booked in the period; one who only gave something back is not among them
 * @param average total over creators, rounded down to a base unit, towards minus infinity; null if there are none
 */
public record CreatorEarnings(
        Period period, long creators, Money total, @Nullable Money average) {}
