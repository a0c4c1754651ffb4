package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.VisibleText;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.FactorChange;
import network.fanz.security.identity.attempts.SignInAttempts;
import network.fanz.security.identity.passkeys.PasskeyCeremonies;
import network.fanz.security.identity.passkeys.PasskeyRefused;
import network.fanz.security.identity.sessions.Factor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An account's passkeys, and sign-in with a passkey, which counts as two factors. */
@Component
public class Passkeys {
    private static final int PASSKEYS_MAX = 20;
    private static final int LABEL_MAX = 60;

    private final PasskeyCeremonies ceremonies;
    private final FactorSetup factors;
    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final AccountStore accounts;
    private final AccountAccessStore access;
    private final AccountMails mails;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Passkeys(
            PasskeyCeremonies ceremonies,
            FactorSetup factors,
            SignIn signIn,
            SignInAttempts attempts,
            AccountStore accounts,
            AccountAccessStore accountAccess,
            AccountMails accountMails,
            Audit audit,
            TransactionTemplate transaction) {
        this.ceremonies = ceremonies;
        this.factors = factors;
        this.signIn = signIn;
        this.attempts = attempts;
        this.accounts = accounts;
        this.access = accountAccess;
        this.mails = accountMails;
        this.audit = audit;
        this.transaction = transaction;
    }

    public List<RegisteredPasskey> list(HttpServletRequest request) {
        return ceremonies.list(signIn.proof(request).account());
    }

    /**
     * Removes a passkey; if it was the account's last factor, its recovery codes too.
     *
     * @throws Forbidden if the account's roles need a second factor and this is its last one
     * @throws NotFound if the account has no such passkey
     */
    public void remove(HttpServletRequest request, UUID passkey) {
        AccountId account = factors.authoriseChange(request);
        transaction.executeWithoutResult(status -> {
            access.lock(account);
            boolean last = ceremonies.count(account) == 1 && !factors.hasTotp(account);
            if (last && factors.isRequired(account)) {
                throw new Forbidden("Your role needs a second factor. Set another one up first.");
            }
            if (!ceremonies.remove(account, passkey)) {
                throw new NotFound("passkey");
            }
            if (last) {
                factors.clear(account);
            }
            audit.record(AuditAction.of("identity.remove_passkey", account, "account:" + account));
            mails.factorChanged(account, FactorChange.PASSKEY_REMOVED);
        });
    }

    /** @return options in the JSON form that browsers read */
    public String beginRegistration(HttpServletRequest request) {
        AccountId account = factors.authoriseChange(request);
        if (ceremonies.count(account) >= PASSKEYS_MAX) {
            throw new Forbidden("An account has at most 20 passkeys.");
        }
        return ceremonies.creationOptions(request.getSession(), authentication());
    }

    public void register(HttpServletRequest request, JsonNode credential, String label) {
        String shown = VisibleText.line("label", label, LABEL_MAX);
        AccountId account = factors.authoriseChange(request);
        transaction.executeWithoutResult(status -> {
            ceremonies.register(request.getSession(), credential, shown);
            access.setFactorSetUp(account, true);
            audit.record(AuditAction.of("identity.register_passkey", account, "account:" + account));
            mails.factorChanged(account, FactorChange.PASSKEY_ADDED);
        });
        signIn.addFactor(request, account, Factor.PASSKEY);
    }

    /** @return options in the JSON form that browsers read */
    public String beginSignIn(HttpServletRequest request) {
        return ceremonies.requestOptions(request.getSession(), authentication());
    }

    /** Emits {@code authenticationAttempt}. */
    public SignInState signIn(HttpServletRequest request, JsonNode credential) {
        AccountId account;
        try {
            account = ceremonies.authenticate(request.getSession(), credential);
        } catch (PasskeyRefused refused) {
            attempts.failed(null, "passkey", "refused", CallerResolver.origin(request));
            throw refused;
        }
        boolean active = accounts.find(account)
                .filter(row -> row.state() == AccountState.ACTIVE)
                .isPresent();
        if (!active) {
            attempts.failed(account, "passkey", "account_not_active", CallerResolver.origin(request));
            throw new SignInFailed();
        }
        return signIn.addFactor(request, account, Factor.PASSKEY);
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
