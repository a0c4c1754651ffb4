package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.List;
import network.fanz.finance.ledger.ExpectedBalance;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NormalSide;
import org.jspecify.annotations.Nullable;

/** Where a posting by hand stands, in words. */
public final class HandPostingWords {
    private HandPostingWords() {}

    public static String state(HandPosting posting) {
        return takenBack(posting) ? say("Taken back") : EnumLabels.of(posting.state());
    }

    /** What is said before the name of whoever has decided. */
    public static String decision(HandPosting posting) {
        return say(takenBack(posting) ? "Taken back by" : "Decided by");
    }

    /** What is said beside the first of several legs. */
    public static String more(List<Leg> legs) {
        int more = legs.size() - 1;
        return more == 1 ? say("and 1 more leg") : say("and {0} more legs", more);
    }

    /** What whoever decides must know of an account before; null if there is nothing. */
    public static @Nullable String warning(ExpectedBalance balance) {
        LedgerAccount after = balance.after();
        String account = EnumLabels.of(after.code()) + " " + after.id();
        if (balance.isOverdrawn()) {
            return say(
                    "{0} would be overdrawn: only {1} of it is available. The ledger will refuse this posting.",
                    account, balance.headroom());
        }
        if (!balance.fallsShort()) {
            return null;
        }
        return after.side() == NormalSide.NONE && after.balance().isPositive()
                ? say("More would have left {0} than has come in: {1} more.", account, after.balance())
                : say("{0} would stand below zero: at {1}.", account, after.balance());
    }

    private static boolean takenBack(HandPosting posting) {
        return posting.state() == HandPostingState.REJECTED
                && posting.proposedBy().equals(posting.decidedBy());
    }
}
