package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A bank of hashes is to have the name of another. */
@ProblemType(value = "bank-name-taken", status = 409, title = "Another bank has this name")
public final class BankNameTaken extends Problem {
    private static final long serialVersionUID = 1L;

    BankNameTaken() {
        super("name", "Another bank has this name.");
    }
}
