package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SessionAccount;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.ratelimit.SessionAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the limits whose session a request carries, before the filters that open sessions. It costs one look into a table. */
@Component
final class SignedInSessions implements SessionAccounts {
    private final IdentitySessionRepository sessions;
    private final SessionTokenResolver tokens = new SessionTokenResolver();

    SignedInSessions(IdentitySessionRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable String signedIn(HttpServletRequest request) {
        return tokens.resolveSessionIds(request).stream()
                .findFirst()
                .map(sessions::findById)
                .map(SignedInSessions::account)
                .orElse(null);
    }

    private static @Nullable String account(IdentitySession session) {
        SignInProof proof = session.getAttribute(SignInProof.ATTRIBUTE);
        SessionAccount account = session.getAttribute(SessionAccount.ATTRIBUTE);
        return proof != null && account != null && (proof.secondFactor() || !account.needsSecondFactor())
                ? proof.account().toString()
                : null;
    }
}
