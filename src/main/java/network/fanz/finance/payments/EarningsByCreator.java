package network.fanz.finance.payments;

import java.util.List;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what creators earned in a period, whoever earned most first, and what all of them did.
 *
 * @param creators how many had a payment or a refund booked in the period
 * @param total all of them, also those that are not in this stretch
 * @param next what to send as {@code after} for those behind these; null on the last page
 */
public record EarningsByCreator(
        Period period,
        long creators,
        EarningsSums total,
        List<EarningsOfCreator> items,
        @Nullable String next) {
    public EarningsByCreator {
        items = List.copyOf(items);
    }
}
