package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An amendment was made from a version that is not the latest any more. */
@ProblemType(value = "record-moved-on", status = 409, title = "The record has changed meanwhile")
public final class RecordMovedOn extends Problem {
    private static final long serialVersionUID = 1L;

    public RecordMovedOn() {
        super(
                "The record has changed since you opened it, so nothing was changed by you. Look at it as it is now, and amend that.");
    }
}
