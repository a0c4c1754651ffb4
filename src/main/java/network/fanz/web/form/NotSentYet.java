package network.fanz.web.form;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The form is shown again with what was typed, and its work was not done: that takes the reader's own click. */
@ProblemType(value = "not-sent-yet", status = 409, title = "Not sent yet")
public final class NotSentYet extends Problem {
    private static final long serialVersionUID = 1L;

    NotSentYet() {
        super("Nothing has been sent yet. This is what you had typed: look at it, and send it again.");
    }
}
