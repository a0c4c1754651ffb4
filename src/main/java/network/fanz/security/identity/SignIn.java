package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.common.SignInRequired;
import network.fanz.common.Steady;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.access.ForgeryTokens;
import network.fanz.security.identity.access.SignInRedirects;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.attempts.SignInAttempts;
import network.fanz.security.identity.factors.SecondFactorCodes;
import network.fanz.security.identity.sessions.DeviceNames;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.identity.signin.PasswordCheck;
import network.fanz.security.identity.signin.SessionEnds;
import network.fanz.security.identity.signin.SessionRevocation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in and out, for pages and API alike. The proof is kept in the request's session, whose token changes with every new factor. A
 * page only calls this class; the API also returns the new token.
 */
@Component
public class SignIn {
    private final PasswordCheck passwordCheck;
    private final SecondFactorCodes secondFactorCodes;
    private final SignInAttempts attempts;
    private final AccountStore accounts;
    private final IdentitySessionRepository sessions;
    private final SessionRevocation revocation;
    private final SessionEnds ends;
    private final SignInRedirects redirects;
    private final Clock clock;
    private final Duration freshFor;

    SignIn(
            PasswordCheck passwordCheck,
            SecondFactorCodes secondFactorCodes,
            SignInAttempts attempts,
            AccountStore accounts,
            IdentitySessionRepository sessions,
            SessionRevocation sessionRevocation,
            SessionEnds sessionEnds,
            SignInRedirects signInRedirects,
            @Steady Clock clock,
            IdentitySettings settings) {
        this.passwordCheck = passwordCheck;
        this.secondFactorCodes = secondFactorCodes;
        this.attempts = attempts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.revocation = sessionRevocation;
        this.ends = sessionEnds;
        this.redirects = signInRedirects;
        this.clock = clock;
        this.freshFor = settings.freshFor();
    }

    /**
     * The first step. If a signed-in account gives its own password again, its session becomes fresh. Emits {@code authenticationAttempt}.
     *
     * @throws SignInFailed for every reason alike
     * @throws network.fanz.security.ratelimit.RateLimited if the account's limit is used up
     */
    public SignInState verifyPassword(HttpServletRequest request, String email, String password) {
        AccountId account = passwordCheck.check(email, password, CallerResolver.origin(request));
        return addFactor(request, account, Factor.PASSWORD);
    }

    /**
     * The first step for whoever has made an account by an invitation's link, and chosen its password, in this very request. Where they
     * come from nobody can ask who has an account, so nothing is kept from them.
     */
    public SignInState begin(HttpServletRequest request, AccountId invited) {
        return addFactor(request, invited, Factor.PASSWORD);
    }

    /**
     * The second step, with a code from the authenticator app. Emits {@code authenticationAttempt}.
     *
     * @throws SignInRequired before the first step
     * @throws WrongCode if the code is wrong, or has been used
     */
    public SignInState verifyTotp(HttpServletRequest request, String code) {
        AccountId account = proof(request).account();
        secondFactorCodes.verifyTotp(account, code, CallerResolver.origin(request));
        return addFactor(request, account, Factor.TOTP);
    }

    /**
     * The second step, with one of the recovery codes, which is then used up. Emits {@code authenticationAttempt}.
     *
     * @throws SignInRequired before the first step
     * @throws WrongCode if the code is wrong, or has been used
     */
    public SignInState verifyRecoveryCode(HttpServletRequest request, String code) {
        AccountId account = proof(request).account();
        secondFactorCodes.verifyRecoveryCode(account, code, CallerResolver.origin(request));
        return addFactor(request, account, Factor.RECOVERY_CODE);
    }

    /** Adds a factor to the session's proof; the session gets a new token. A session of another account is replaced by a new session. */
    SignInState addFactor(HttpServletRequest request, AccountId account, Factor factor) {
        Origin origin = CallerResolver.origin(request);
        Instant now = clock.instant();
        SignInProof before = proofOrNull(request);
        SignInProof own = before != null && before.account().equals(account) ? before : null;
        String device = DeviceNames.fromUserAgent(request.getHeader("User-Agent"));
        SignInProof proof = own != null
                ? own.with(factor, now)
                : new SignInProof(account, EnumSet.of(factor), now, now, Ids.next(clock), origin.platform(), device);
        SignInState state = state(proof);
        attempts.succeeded(
                account, factor.apiName(), origin, state.secondFactor() != SignInState.SecondFactorState.NEEDED);
        if (before != null && own == null) {
            request.getSession().invalidate();
        }
        saveProof(request, proof);
        if (own == null) {
            ForgeryTokens.renew(request);
        }
        return state;
    }

    /** Ends the session and all others of the same sign-in, on every brand. */
    public void signOut(HttpServletRequest request) {
        SignInProof proof = proofOrNull(request);
        if (proof != null) {
            revocation.signOut(proof);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /**
     * How far the request's sign-in has come.
     *
     * @throws SignInRequired if the request is not signed in
     */
    public SignInState current(HttpServletRequest request) {
        return state(proof(request));
    }

    /**
     * The path of this host that the browser wanted before it was redirected to sign in, or else the given path. The path is returned once.
     */
    public String takeReturnPath(HttpServletRequest request, String otherwise) {
        return redirects.takeReturnPath(request, otherwise);
    }

    /** Who the request's session says it is; nobody where there is no session, or one that is not signed in. */
    public Caller caller(HttpServletRequest request) {
        return CallerResolver.caller(request);
    }

    /** The next sign-in of this host comes back to the path. */
    public void comeBackTo(HttpServletRequest request, String path) {
        redirects.rememberReturnPath(request, path);
    }

    /** The same, unless it has a page to come back to already. */
    public void comeBackToByDefault(HttpServletRequest request, String address) {
        if (!redirects.hasReturnPath(request)) {
            redirects.rememberReturnPath(request, address);
        }
    }

    /** The signed-in sessions of the request's account. */
    public List<SessionRecord> sessions(HttpServletRequest request) {
        return sessions.list(proof(request).account(), id(request));
    }

    /** Where an account is signed in, for administrators, the last used first; at most 200. */
    public List<SessionRecord> sessions(AccountId account) {
        return sessions.list(account, null);
    }

    /**
     * An administrator ends a session of somebody else's account, and all others of the same sign-in. Emits {@code sessions_ended}.
     *
     * @throws NotFound if the account has no such session
     */
    public void end(AccountId by, AccountId account, UUID session) {
        ends.end(by, account, session);
    }

    /**
     * An administrator ends all sessions of somebody else's account. Emits {@code sessions_ended} if there were any.
     *
     * @throws NotFound if there is no such account
     */
    public void endAll(AccountId by, AccountId account) {
        ends.endAll(by, account);
    }

    /**
     * Ends one of the account's own sessions, and all others of the same sign-in.
     *
     * @throws NotFound if the account has no such session
     */
    public void revoke(HttpServletRequest request, UUID session) {
        if (!revocation.revoke(proof(request).account(), session)) {
            throw new NotFound("session");
        }
    }

    /** Ends all sessions of the request's account, except those of this sign-in. */
    public void revokeOthers(HttpServletRequest request) {
        revocation.revokeOthers(proof(request));
    }

    /**
     * Whether the request's session could still make such a request: it has not ended, its account is active and holds one of the roles,
     * and its second factor is given. For what goes on after the request was let in, such as a stream.
     *
     * @param roles one of which is needed
     */
    public BooleanSupplier watch(HttpServletRequest request, Set<Role> roles) {
        UUID session = id(request);
        return () -> session != null && sessions.holdsOneOf(session, roles);
    }

    /** @throws FreshProofNeeded if the last proof is too old for a sensitive change */
    public void requireFresh(HttpServletRequest request) {
        if (!isFresh(request)) {
            throw new FreshProofNeeded();
        }
    }

    /** Whether a sensitive change would be let in now, so that a page can ask for the proof before and not after the button. */
    public boolean isFresh(HttpServletRequest request) {
        Instant freshAt = proof(request).freshAt();
        Instant now = clock.instant();
        // A proof that is yet to come was given under a clock that was ahead: nobody knows how old it is.
        return !freshAt.plus(freshFor).isBefore(now) && !freshAt.minus(freshFor).isAfter(now);
    }

    /** The public id of the request's session, of a visitor's too; null if it has none. It gives no access. */
    public @Nullable UUID session(HttpServletRequest request) {
        return id(request);
    }

    SignInProof proof(HttpServletRequest request) {
        SignInProof proof = proofOrNull(request);
        if (proof == null) {
            throw new SignInRequired();
        }
        return proof;
    }

    private static @Nullable SignInProof proofOrNull(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SignInProof) session.getAttribute(SignInProof.ATTRIBUTE);
    }

    private static @Nullable UUID id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (UUID) session.getAttribute(IdentitySession.ID_ATTRIBUTE);
    }

    private static void saveProof(HttpServletRequest request, SignInProof proof) {
        HttpSession session = request.getSession(true);
        session.setAttribute(SignInProof.ATTRIBUTE, proof);
        request.changeSessionId();
        request.setAttribute(IdentitySession.SIGNED_IN, session.getAttribute(IdentitySession.ID_ATTRIBUTE));
    }

    private SignInState state(SignInProof proof) {
        if (proof.secondFactor()) {
            return new SignInState(proof.account(), SignInState.SecondFactorState.GIVEN);
        }
        boolean needed = accounts.find(proof.account())
                .map(row -> row.factorSetUp() || row.roles().stream().anyMatch(role -> role.needsSecondFactor()))
                .orElse(true);
        return new SignInState(
                proof.account(),
                needed ? SignInState.SecondFactorState.NEEDED : SignInState.SecondFactorState.NOT_NEEDED);
    }
}
