package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Too many used accounts have this email address, and none of them has confirmed it. A confirmed address never causes this problem. */
@ProblemType(value = "address-taken", status = 409, title = "Too many accounts with this email address")
public final class AddressTaken extends Problem {
    private static final long serialVersionUID = 1L;

    public AddressTaken() {
        super("Too many accounts use this email address and have not confirmed it. "
                + "If it is yours, ask for a new password and confirm one of them.");
    }
}
