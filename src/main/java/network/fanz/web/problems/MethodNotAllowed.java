package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The address exists, and takes other methods. */
@ProblemType(value = "method-not-allowed", status = 405, title = "This address does not take this method")
final class MethodNotAllowed extends Problem {
    private static final long serialVersionUID = 1L;

    MethodNotAllowed(String method) {
        super(Sentence.of(
                method.equals("GET")
                        ? "This address takes what a form sends, and has no page of its own."
                        : "This address does not take {0}.",
                method));
    }
}
