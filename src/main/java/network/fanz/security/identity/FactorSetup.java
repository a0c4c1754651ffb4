package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Role;
import network.fanz.common.SecondFactorRequired;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.factors.SecondFactorCodes;
import network.fanz.security.identity.passkeys.PasskeyCeremonies;
import network.fanz.security.identity.recovery.FactorResets;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.identity.totp.Base32;
import org.springframework.stereotype.Component;

/**
 * An account's second factors, set up and changed by its owner. Every change needs a recent proof. Once there is a second factor, every
 * change needs that factor too: a stolen password cannot replace it.
 */
@Component
public class FactorSetup {
    private static final String ISSUER = "FANZ";
    /** The attribute of the session that has made the secret which waits for its first code. */
    private static final String PROPOSED = "identity.totp-proposed";

    private final SecondFactorCodes factors;
    private final PasskeyCeremonies ceremonies;
    private final SignIn signIn;
    private final AccountStore accounts;
    private final AccountAccessStore access;
    private final PersonalData personal;
    private final FactorResets resets;

    FactorSetup(
            SecondFactorCodes factors,
            PasskeyCeremonies ceremonies,
            SignIn signIn,
            AccountStore accounts,
            AccountAccessStore accountAccess,
            PersonalData personal,
            FactorResets factorResets) {
        this.factors = factors;
        this.ceremonies = ceremonies;
        this.signIn = signIn;
        this.accounts = accounts;
        this.access = accountAccess;
        this.personal = personal;
        this.resets = factorResets;
    }

    /** The open request to take away the second factor of whoever is signing in. */
    public Optional<FactorReset> openReset(HttpServletRequest request) {
        return resets.open(signIn.proof(request).account());
    }

    public FactorStatus status(HttpServletRequest request) {
        return status(signIn.proof(request).account());
    }

    /** What an account has set up, for staff: counts only, no details. */
    public FactorStatus status(AccountId account) {
        int left = factors.recoveryCodesLeft(account);
        boolean any = row(account).factorSetUp();
        return new FactorStatus(
                factors.hasTotp(account),
                ceremonies.count(account),
                left,
                any && left <= SecondFactorCodes.RECOVERY_CODES_LOW);
    }

    /**
     * Makes a secret for an authenticator app; {@link #confirmTotp} puts it into force.
     *
     * @throws FreshProofNeeded if the last proof is too long ago
     * @throws SecondFactorRequired if the account has a second factor that this session has not given
     */
    public TotpSetup beginTotp(HttpServletRequest request) {
        AccountId account = authoriseChange(request);
        String secret = Base32.encode(factors.proposeTotp(account));
        request.getSession().setAttribute(PROPOSED, secret);
        return setup(account, secret);
    }

    /**
     * What {@link #beginTotp} has made in this session, to be shown again while a code can still put it into force. Empty in every other
     * session, where another secret has taken its place, and where none could be made now.
     */
    public Optional<TotpSetup> pendingTotp(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object made = session == null ? null : session.getAttribute(PROPOSED);
        if (made == null || !signIn.isFresh(request) || lacksFactor(signIn.proof(request))) {
            return Optional.empty();
        }
        AccountId account = signIn.proof(request).account();
        return factors.proposedTotp(account)
                .map(Base32::encode)
                .filter(made::equals)
                .map(secret -> setup(account, secret));
    }

    private TotpSetup setup(AccountId account, String secret) {
        String label = ISSUER + ":" + personal.email(account, row(account).email());
        return new TotpSetup(
                secret,
                "otpauth://totp/" + encoded(label) + "?secret=" + secret + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    /**
     * Puts the proposed secret into force, which counts as giving the second factor: the session gets a new token.
     *
     * @return new recovery codes, shown once and never again
     * @throws WrongCode if the code does not belong to the secret
     */
    public List<String> confirmTotp(HttpServletRequest request, String code) {
        AccountId account = authoriseChange(request);
        List<String> codes = factors.confirmTotp(account, code, CallerResolver.origin(request));
        request.getSession().removeAttribute(PROPOSED);
        signIn.addFactor(request, account, Factor.TOTP);
        return codes;
    }

    /** New recovery codes instead of all earlier ones, shown once and never again. */
    public List<String> newRecoveryCodes(HttpServletRequest request) {
        AccountId account = authoriseChange(request);
        if (!row(account).factorSetUp()) {
            throw new Forbidden("Set up a second factor first. Recovery codes replace one that is lost.");
        }
        return factors.newRecoveryCodes(account);
    }

    /** @throws Forbidden if the account's roles need a second factor and this is its only one */
    public void removeTotp(HttpServletRequest request) {
        AccountId account = authoriseChange(request);
        factors.removeTotp(account, () -> {
            boolean passkeys = ceremonies.count(account) > 0;
            if (!passkeys && isRequired(account)) {
                throw new Forbidden("Your role needs a second factor. Set another one up first.");
            }
            return passkeys;
        });
    }

    boolean hasTotp(AccountId account) {
        return factors.hasTotp(account);
    }

    /** Whether the account's roles act only with a second factor. */
    boolean isRequired(AccountId account) {
        return row(account).roles().stream().anyMatch(Role::needsSecondFactor);
    }

    /** The account has no second factor any more. */
    void clear(AccountId account) {
        access.setFactorSetUp(account, false);
        factors.deleteRecoveryCodes(account);
    }

    /**
     * The account whose factors may be changed now, and whose owner may do what a taken session must not.
     *
     * @throws FreshProofNeeded if the last proof is too long ago
     * @throws SecondFactorRequired if the account has a second factor that this session has not given
     */
    public AccountId authoriseChange(HttpServletRequest request) {
        signIn.requireFresh(request);
        SignInProof proof = signIn.proof(request);
        if (lacksFactor(proof)) {
            throw new SecondFactorRequired();
        }
        return proof.account();
    }

    private boolean lacksFactor(SignInProof proof) {
        return row(proof.account()).factorSetUp() && !proof.secondFactor();
    }

    private AccountStore.AccountRow row(AccountId account) {
        return accounts.find(account).orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
