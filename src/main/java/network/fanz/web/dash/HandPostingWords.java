package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostingState;

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

    private static boolean takenBack(HandPosting posting) {
        return posting.state() == HandPostingState.REJECTED
                && posting.proposedBy().equals(posting.decidedBy());
    }
}
