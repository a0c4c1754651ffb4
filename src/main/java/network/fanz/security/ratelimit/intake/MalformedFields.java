package network.fanz.security.ratelimit.intake;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A form or a query cannot be read. */
@ProblemType(value = "malformed-fields", status = 400, title = "The fields cannot be read")
final class MalformedFields extends Problem {
    private static final long serialVersionUID = 1L;

    MalformedFields() {
        super("A form or a query is percent-encoded UTF-8; this one is not.");
    }

    /** @param most how many fields there may be */
    MalformedFields(int most) {
        super(Sentence.of("A form or a query has at most {0} fields.", most));
    }
}
