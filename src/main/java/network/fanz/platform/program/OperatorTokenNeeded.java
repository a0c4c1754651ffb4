package network.fanz.platform.program;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Figures and the parts of health are for who shows the installation's token. */
@ProblemType(value = "operator-token-needed", status = 401, title = "This is for the operator")
final class OperatorTokenNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    OperatorTokenNeeded() {
        super(
                "Send the installation's token, Authorization: Bearer and what secrets/metrics in the data folder holds.");
    }
}
