package network.fanz.finance.payments.reports;

import java.util.List;
import network.fanz.common.Period;

/**
 * A period's money in one piece.
 *
 * @param byKind each kind's revenue
 * @param total all of them
 */
public record FinancialReport(
        Period period, List<Revenue> byKind, Revenue total, TransactionVolume volume, CreatorEarnings earnings) {
    public FinancialReport {
        byKind = List.copyOf(byKind);
    }
}
