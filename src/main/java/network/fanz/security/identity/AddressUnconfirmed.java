package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Nothing shows yet that the account's address is its owner's: neither a confirmation nor the letter that an invitation came by. */
@ProblemType(value = "address-unconfirmed", status = 409, title = "The email address is not confirmed")
public final class AddressUnconfirmed extends Problem {
    private static final long serialVersionUID = 1L;

    public AddressUnconfirmed() {
        super("Confirm the email address of your account first, or open the link in the invitation's letter.");
    }
}
