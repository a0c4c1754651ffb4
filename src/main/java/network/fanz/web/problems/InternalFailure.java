package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A fault of the program's own. */
@ProblemType(value = "unexpected", status = 500, title = "A fault of ours")
final class InternalFailure extends Problem {
    private static final long serialVersionUID = 1L;

    InternalFailure(String reference) {
        super(Sentence.of("This is a fault of ours, and it is in the log as {0}.", reference));
    }
}
