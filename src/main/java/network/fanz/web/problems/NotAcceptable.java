package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The answer exists in none of the forms that the caller takes. */
@ProblemType(value = "not-acceptable", status = 406, title = "No such representation")
final class NotAcceptable extends Problem {
    private static final long serialVersionUID = 1L;

    NotAcceptable() {
        super("This path cannot answer in a content type that you accept.");
    }
}
