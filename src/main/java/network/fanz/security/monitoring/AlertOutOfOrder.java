package network.fanz.security.monitoring;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The alert's state does not allow this change. */
@ProblemType(value = "alert-out-of-order", status = 409, title = "The alert’s state does not allow this")
public final class AlertOutOfOrder extends Problem {
    private static final long serialVersionUID = 1L;

    public AlertOutOfOrder(String detail) {
        super(detail);
    }

    public AlertOutOfOrder(Sentence sentence) {
        super(sentence);
    }
}
