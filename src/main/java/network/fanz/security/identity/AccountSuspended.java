package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The password is right, and the account is suspended. Whoever does not know the password is not told. */
@ProblemType(value = "account-suspended", status = 403, title = "Account suspended")
public final class AccountSuspended extends Problem {
    private static final long serialVersionUID = 1L;

    public AccountSuspended() {
        super(
                "This account is suspended: nobody can sign in to it for now. Its money and its history stay as they are. Help says whom to ask.");
    }
}
