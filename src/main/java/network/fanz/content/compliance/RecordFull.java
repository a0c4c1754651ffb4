package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A record has as many versions or documents as it can have, or a creator as many records. */
@ProblemType(value = "record-full", status = 409, title = "The record takes no more")
public final class RecordFull extends Problem {
    private static final long serialVersionUID = 1L;

    public RecordFull() {
        super("No more can be added here. Ask the operator.");
    }
}
