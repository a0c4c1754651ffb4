package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A posting that no ledger could accept. The ledger recorded nothing, so the id is still free. */
@ProblemType(value = "malformed-posting", status = 422, title = "The posting is malformed")
public final class MalformedPosting extends Problem {
    private static final long serialVersionUID = 1L;

    MalformedPosting(String field, String detail) {
        super(field, detail);
    }

    MalformedPosting(String field, Sentence sentence) {
        super(field, sentence);
    }
}
