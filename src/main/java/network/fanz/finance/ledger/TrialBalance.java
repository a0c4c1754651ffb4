package network.fanz.finance.ledger;

import java.util.List;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * All accounts of one asset, summed by account code.
 *
 * @param asOfSeq the last transfer that is counted
 * @param debits the sum of all accounts with a debit balance
 * @param credits the sum of all accounts with a credit balance; equals the debits in a sound ledger
 */
public record TrialBalance(Asset asset, long asOfSeq, List<TrialBalanceLine> lines, Money debits, Money credits) {
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    public static TrialBalance of(Asset asset, long asOfSeq, List<TrialBalanceLine> lines) {
        Money debits = Money.zero(asset);
        Money credits = Money.zero(asset);
        for (TrialBalanceLine line : lines) {
            debits = debits.plus(line.debits());
            credits = credits.plus(line.credits());
        }
        return new TrialBalance(asset, asOfSeq, lines, debits, credits);
    }

    public boolean balanced() {
        return debits.equals(credits);
    }
}
