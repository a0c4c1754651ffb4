package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The id was used for another proposal. */
@ProblemType(value = "hand-posting-differs", status = 409, title = "This id stands for another proposal")
public final class HandPostingDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    public HandPostingDiffers() {
        super("id", "Another posting was proposed under this id. Choose a new one.");
    }
}
