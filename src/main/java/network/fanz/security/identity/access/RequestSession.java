package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import network.fanz.security.identity.sessions.SessionAccount;
import network.fanz.security.identity.sessions.SignInProof;

/** Reads the request's account and proof from its session. */
public final class RequestSession {
    private RequestSession() {}

    public static Optional<SignInProof> proof(HttpServletRequest request) {
        return attribute(request, SignInProof.ATTRIBUTE, SignInProof.class);
    }

    /** Empty also in the request that signs in: the account is read with the session, from the next request on. */
    public static Optional<SessionAccount> account(HttpServletRequest request) {
        return attribute(request, SessionAccount.ATTRIBUTE, SessionAccount.class);
    }

    /** Whether the session may do what its account may: it is signed in, and has the second factor if the account needs one. */
    public static boolean isComplete(HttpServletRequest request) {
        return proof(request)
                .flatMap(proof -> account(request)
                        .map(sessionAccount -> proof.secondFactor() || !sessionAccount.needsSecondFactor()))
                .orElse(false);
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable(type.cast(session.getAttribute(name)));
    }
}
