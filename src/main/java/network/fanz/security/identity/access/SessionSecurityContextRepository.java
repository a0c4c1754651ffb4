package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Makes Spring Security's context of a request from the session's proof. No other context is stored or trusted. */
public final class SessionSecurityContextRepository implements SecurityContextRepository {
    private final Predicate<HttpServletRequest> isSufficient;

    /** @param sufficient whether the request's session proves enough to count as signed in */
    public SessionSecurityContextRepository(Predicate<HttpServletRequest> sufficient) {
        this.isSufficient = sufficient;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        RequestSession.proof(request)
                .filter(proof -> isSufficient.test(request))
                .flatMap(proof ->
                        RequestSession.account(request).map(account -> new AccountAuthentication(proof, account)))
                .ifPresent(context::setAuthentication);
        return context;
    }

    /** Sign-in sets the session's proof; a context that a filter made has no more information. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return RequestSession.proof(request).isPresent();
    }
}
