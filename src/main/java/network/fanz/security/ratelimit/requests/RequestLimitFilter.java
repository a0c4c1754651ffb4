package network.fanz.security.ratelimit.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.SessionAccounts;
import network.fanz.security.ratelimit.blocks.AddressRefused;
import network.fanz.security.ratelimit.blocks.BlockedAddress;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes from all limits of a request in one round trip, before sessions are looked up and passwords hashed. Signing in is
 * refused to blocked addresses, and signing in and paying to all addresses while the store is down. Reading goes on uncounted.
 */
final class RequestLimitFilter extends OncePerRequestFilter {
    /** The account whose limits this request has taken from already. */
    static final String COUNTED_ACCOUNT = RequestLimitFilter.class.getName() + ".account";
    /** Set when the session has shown that the account is right. */
    static final String ACCOUNT_CONFIRMED = RequestLimitFilter.class.getName() + ".confirmed";

    private final RequestAdmission admission;
    private final RequestClassifier classifier;
    private final CallerAccountCache callers;
    private final SessionAccounts sessions;
    private final Clock clock;

    RequestLimitFilter(
            RequestAdmission admission,
            RequestClassifier classifier,
            CallerAccountCache callers,
            SessionAccounts sessions,
            Clock clock) {
        this.admission = admission;
        this.classifier = classifier;
        this.callers = callers;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestClass requestClass = classifier.classify(request);
        if (requestClass == RequestClass.EXEMPT) {
            chain.doFilter(request, response);
            return;
        }
        String credentials = CallerAccountCache.credentials(request);
        String account = count(requestClass, request, callers.accountOf(credentials), response);
        request.setAttribute(COUNTED_ACCOUNT, account);
        try {
            chain.doFilter(request, response);
        } finally {
            // Also where the security chain refused: a session that has ended must not take from the account's limits
            // again.
            if (account != null && request.getAttribute(ACCOUNT_CONFIRMED) == null) {
                callers.forget(credentials);
            }
        }
    }

    /** @return the account whose limits were taken from; null for nobody's */
    private @Nullable String count(
            RequestClass requestClass,
            HttpServletRequest request,
            @Nullable String account,
            HttpServletResponse response) {
        Origin origin = (Origin) request.getAttribute(Origin.class.getName());
        try {
            RequestAdmission.Admission admitted =
                    admission.admit(requestClass, origin, account, () -> sessions.signedIn(request));
            refuseBlocked(requestClass, request, origin, admitted);
            RateLimitHeaders.writeAndRefuse(response, admitted.result());
            return admitted.account();
        } catch (LimitStoreDown down) {
            requestClass.requireCounted();
            return account;
        }
    }

    /**
     * A block is against whoever tries passwords. Who is signed in pays on, though a stranger shares the address. A password is looked at
     * only for whom it is about: who signs in on a known device, or gives a fresh proof, may do so for that account alone, and for no other.
     * That is looked at where the account is known.
     */
    private void refuseBlocked(
            RequestClass requestClass, HttpServletRequest request, Origin origin, RequestAdmission.Admission admitted) {
        Instant now = clock.instant();
        Instant until = admitted.result().blockedUntil();
        if (!requestClass.isRefusedToBlocked() || until == null || !until.isAfter(now)) {
            return;
        }
        AddressRefused refusal = new AddressRefused(now, until);
        boolean signedIn = admitted.account() != null || sessions.signedIn(request) != null;
        if (requestClass == RequestClass.SIGN_IN && (signedIn || origin.device() != null)) {
            BlockedAddress.spare(request, refusal);
        } else if (!signedIn) {
            throw refusal;
        }
    }
}
