package network.fanz.web.dash;

import java.util.EnumSet;
import java.util.Set;
import network.fanz.common.Role;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.FactorStatus;

/**
 * An account as an administrator sees it.
 *
 * @param sessions how many it is signed in with
 * @param own whether it is the reader's own, which the reader cannot suspend
 */
public record AccountDetails(Account account, FactorStatus factors, int sessions, boolean own) {
    public boolean active() {
        return account.state() == AccountState.ACTIVE;
    }

    public boolean suspended() {
        return account.state() == AccountState.SUSPENDED;
    }

    public boolean closed() {
        return account.state() == AccountState.CLOSED;
    }

    /** Roles that it does not hold. */
    public Set<Role> rolesNotHeld() {
        Set<Role> others = EnumSet.allOf(Role.class);
        others.removeAll(account.roles());
        return others;
    }

    /** Such as {@code Authenticator app, 2 passkeys, 9 recovery codes left}. */
    public String factorSummary() {
        if (!factors.totp() && factors.passkeys() == 0) {
            return "none";
        }
        String app = factors.totp() ? "authenticator app" : "";
        String keys =
                factors.passkeys() == 0 ? "" : factors.passkeys() == 1 ? "1 passkey" : factors.passkeys() + " passkeys";
        return app + (app.isEmpty() || keys.isEmpty() ? "" : ", ") + keys + "; " + factors.recoveryCodesLeft()
                + " recovery codes left";
    }
}
