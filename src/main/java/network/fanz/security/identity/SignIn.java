package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.SignInNeeded;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.access.SignInPages;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.factors.SecondFactors;
import network.fanz.security.identity.sessions.Devices;
import network.fanz.security.identity.sessions.Factor;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.SessionTable;
import network.fanz.security.identity.sessions.Standing;
import network.fanz.security.identity.signin.Attempts;
import network.fanz.security.identity.signin.PasswordCheck;
import network.fanz.security.identity.signin.SessionEnds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in and out, for pages and API alike: what is proved is kept in the request's session, whose token changes with every proof. A
 * page does nothing more than call it; the API hands the new token out.
 */
@Component
public class SignIn {
    private final PasswordCheck passwordCheck;
    private final SecondFactors secondFactors;
    private final Attempts attempts;
    private final AccountStore accounts;
    private final SessionTable sessions;
    private final SessionEnds ends;
    private final SignInPages pages;
    private final Clock clock;
    private final Duration freshFor;

    SignIn(
            PasswordCheck passwordCheck,
            SecondFactors secondFactors,
            Attempts attempts,
            AccountStore accounts,
            SessionTable sessions,
            SessionEnds ends,
            SignInPages pages,
            Clock clock,
            IdentitySettings settings) {
        this.passwordCheck = passwordCheck;
        this.secondFactors = secondFactors;
        this.attempts = attempts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.ends = ends;
        this.pages = pages;
        this.clock = clock;
        this.freshFor = settings.freshFor();
    }

    /**
     * The first step. A signed-in account that gives its own password again makes its session fresh. Emits {@code authenticationAttempt}.
     *
     * @throws SignInFailed for every reason alike
     * @throws network.fanz.security.ratelimit.RateLimited if the account's limit is used up
     */
    public SignedIn password(HttpServletRequest request, String email, String password) {
        AccountId account = passwordCheck.check(email, password, CallerResolver.origin(request));
        return proved(request, account, Factor.PASSWORD);
    }

    /**
     * The second step, with a code from the authenticator app. Emits {@code authenticationAttempt}.
     *
     * @throws SignInNeeded before the first step
     * @throws WrongCode if it is wrong, or has been used
     */
    public SignedIn totp(HttpServletRequest request, String code) {
        AccountId account = standing(request).account();
        secondFactors.totp(account, code, CallerResolver.origin(request));
        return proved(request, account, Factor.TOTP);
    }

    /**
     * The second step, with one of the recovery codes, which is then used up. Emits {@code authenticationAttempt}.
     *
     * @throws SignInNeeded before the first step
     * @throws WrongCode if it is wrong, or has been used
     */
    public SignedIn recoveryCode(HttpServletRequest request, String code) {
        AccountId account = standing(request).account();
        secondFactors.recoveryCode(account, code, CallerResolver.origin(request));
        return proved(request, account, Factor.RECOVERY_CODE);
    }

    /** Writes a proof into the session, which gets a new token; a session of somebody else is left for a new one. */
    SignedIn proved(HttpServletRequest request, AccountId account, Factor factor) {
        Origin origin = CallerResolver.origin(request);
        Instant now = clock.instant();
        Standing before = standingOrNull(request);
        Standing own = before != null && before.account().equals(account) ? before : null;
        String device = Devices.name(request.getHeader("User-Agent"));
        Standing standing = own != null
                ? own.with(factor, now)
                : new Standing(account, EnumSet.of(factor), now, now, Ids.next(clock), origin.platform(), device);
        SignedIn state = state(standing);
        attempts.succeeded(account, factor.word(), origin, state.secondFactor() != SignedIn.SecondFactor.NEEDED);
        if (before != null && own == null) {
            request.getSession().invalidate();
        }
        keep(request, standing);
        return state;
    }

    /** Ends the session and all others that grew out of the same sign-in, on every brand. */
    public void out(HttpServletRequest request) {
        Standing standing = standingOrNull(request);
        if (standing != null) {
            ends.ofSignIn(standing);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** How far the request's session has come; with nobody signed in, {@link SignInNeeded}. */
    public SignedIn current(HttpServletRequest request) {
        return state(standing(request));
    }

    /** Where the browser wanted to go before it was led to sign in, a path of this host; or else the other path. Told once. */
    public String wanted(HttpServletRequest request, String otherwise) {
        return pages.wanted(request, otherwise);
    }

    /** The signed-in sessions of the request's account. */
    public List<SessionRecord> sessions(HttpServletRequest request) {
        return sessions.list(standing(request).account(), id(request));
    }

    /** How many sessions an account is signed in with, for staff: how many, never where. */
    public int sessionCount(AccountId account) {
        return sessions.count(account);
    }

    /**
     * Ends one of the account's own sessions, with what grew out of the same sign-in.
     *
     * @throws NotFound if the account has no such session
     */
    public void revoke(HttpServletRequest request, UUID session) {
        if (!ends.one(standing(request).account(), session)) {
            throw new NotFound("session");
        }
    }

    /** Ends all sessions of the request's account but this sign-in's. */
    public void revokeOthers(HttpServletRequest request) {
        ends.others(standing(request));
    }

    /** @throws FreshProofNeeded if the last proof is too old for a sensitive change */
    public void requireFresh(HttpServletRequest request) {
        if (standing(request).freshAt().plus(freshFor).isBefore(clock.instant())) {
            throw new FreshProofNeeded();
        }
    }

    Standing standing(HttpServletRequest request) {
        Standing standing = standingOrNull(request);
        if (standing == null) {
            throw new SignInNeeded();
        }
        return standing;
    }

    private static @Nullable Standing standingOrNull(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (Standing) session.getAttribute(Standing.ATTRIBUTE);
    }

    private static @Nullable UUID id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (UUID) session.getAttribute(IdentitySession.ID_ATTRIBUTE);
    }

    private static void keep(HttpServletRequest request, Standing standing) {
        HttpSession session = request.getSession(true);
        session.setAttribute(Standing.ATTRIBUTE, standing);
        request.changeSessionId();
    }

    private SignedIn state(Standing standing) {
        if (standing.secondFactor()) {
            return new SignedIn(standing.account(), SignedIn.SecondFactor.GIVEN);
        }
        boolean needed = accounts.find(standing.account())
                .map(row -> row.factorSetUp() || row.roles().stream().anyMatch(role -> role.needsSecondFactor()))
                .orElse(true);
        return new SignedIn(
                standing.account(), needed ? SignedIn.SecondFactor.NEEDED : SignedIn.SecondFactor.NOT_NEEDED);
    }
}
