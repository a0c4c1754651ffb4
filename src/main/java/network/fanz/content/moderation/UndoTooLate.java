package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** What was decided has been done. */
@ProblemType(value = "undo-too-late", status = 409, title = "The decision has taken effect")
public final class UndoTooLate extends Problem {
    private static final long serialVersionUID = 1L;

    public UndoTooLate() {
        super("This decision has taken effect and cannot be undone any more.");
    }
}
