package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A header that the call needs is not there. */
@ProblemType(value = "missing-header", status = 400, title = "A header is missing")
final class MissingHeader extends Problem {
    private static final long serialVersionUID = 1L;

    MissingHeader(String header) {
        super(Sentence.of("The header {0} is missing.", header));
    }
}
