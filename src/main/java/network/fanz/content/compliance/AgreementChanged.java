package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** Somebody signs a version of the agreement that is not in force. */
@ProblemType(value = "agreement-changed", status = 409, title = "Another version of the agreement is in force")
public final class AgreementChanged extends Problem {
    private static final long serialVersionUID = 1L;

    public AgreementChanged(int current) {
        super(Sentence.of(
                "Version {0} of the agreement is in force, and no other can be signed. Read it and sign it.", current));
    }
}
