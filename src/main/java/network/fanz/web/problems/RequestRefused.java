package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The request lacks the proof that our own page sent it, or is refused before any handler looks at it. */
@ProblemType(value = "forbidden-request", status = 403, title = "Not accepted")
final class RequestRefused extends Problem {
    private static final long serialVersionUID = 1L;

    RequestRefused() {
        super("The request was refused. If you sent a form, open its page again and send it from there.");
    }
}
