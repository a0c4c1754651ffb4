package network.fanz.finance.ledger;

import java.util.List;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * All accounts of one asset, summed by their place in the chart of accounts.
 *
 * @param asOfSeq the last transfer that is in it
 * @param debits the sum of all accounts whose debits outweigh
 * @param credits the sum of all whose credits do; always the same
 */
public record TrialBalance(Asset asset, long asOfSeq, List<TrialBalanceLine> lines, Money debits, Money credits) {
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    public static TrialBalance of(Asset asset, long asOfSeq, List<TrialBalanceLine> lines) {
        Money debits = Money.zero(asset);
        Money credits = Money.zero(asset);
        for (TrialBalanceLine trialBalanceLine : lines) {
            debits = debits.plus(trialBalanceLine.debits());
            credits = credits.plus(trialBalanceLine.credits());
        }
        return new TrialBalance(asset, asOfSeq, lines, debits, credits);
    }

    public boolean balanced() {
        return debits.equals(credits);
    }
}
