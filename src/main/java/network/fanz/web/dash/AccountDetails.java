package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.finance.payments.Payment;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.FactorStatus;
import network.fanz.security.identity.SessionRecord;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.web.show.PaymentText;

/**
 * An account as an administrator sees it.
 *
 * @param sessions where it is signed in
 * @param payments the newest that it made or was paid by
 * @param names of everybody in these payments
 * @param alerts the newest about it
 * @param own whether it is the reader's own, which the reader cannot suspend
 */
public record AccountDetails(
        Account account,
        FactorStatus factors,
        List<SessionRecord> sessions,
        List<Payment> payments,
        Map<AccountId, String> names,
        List<SecurityAlert> alerts,
        boolean own) {
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

    /** What a payment is to this account, such as {@code Tip to Ann}. */
    public String what(Payment payment) {
        return payment.buyer().equals(account.id())
                ? PaymentText.to(payment, names.getOrDefault(payment.seller(), ""))
                : PaymentText.from(payment, names.getOrDefault(payment.buyer(), ""));
    }

    /** Such as {@code authenticator app, password}. */
    public String signedInBy(SessionRecord session) {
        return session.factors().stream()
                .map(factor -> say(factor.equals("totp") ? "authenticator app" : factor.replace('_', ' ')))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code Authenticator app, 2 passkeys, 9 recovery codes left}. */
    public String factorSummary() {
        if (!factors.totp() && factors.passkeys() == 0) {
            return say("none");
        }
        String app = factors.totp() ? say("authenticator app") : "";
        String keys = factors.passkeys() == 0
                ? ""
                : say(factors.passkeys() == 1 ? "1 passkey" : "{0} passkeys", factors.passkeys());
        return say(
                "{0}; {1} recovery codes left",
                app + (app.isEmpty() || keys.isEmpty() ? "" : ", ") + keys, factors.recoveryCodesLeft());
    }
}
