package network.fanz.security.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.security.identity.sessions.SignInForms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a sign-in form that is sent twice end where it ended the first time; see {@link SignInForms}. */
final class RepeatedSignInFilter extends OncePerRequestFilter {
    private static final Set<String> PATHS =
            Set.of("/sign-in", "/sign-in/factor", "/sign-in/recovery", "/account/confirm");
    private static final String KEY = "_key";

    private final SignInForms forms;
    private final HttpSessionIdResolver tokens = new SessionTokenResolver();

    RepeatedSignInFilter(SignInForms forms) {
        this.forms = forms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID form = form(request);
        if (form == null) {
            chain.doFilter(request, response);
        } else if (forms.begin(form)) {
            first(form, request, response, chain);
        } else {
            Optional<SignInForms.EarlierSignIn> earlier = forms.await(form);
            if (earlier.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            tokens.setSessionId(request, response, earlier.get().token());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, earlier.get().location());
        }
    }

    private void first(UUID form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID session = null;
        String location = null;
        try {
            chain.doFilter(request, response);
            session = (UUID) request.getAttribute(IdentitySession.SIGNED_IN);
            location = response.getHeader(HttpHeaders.LOCATION);
            // The session is written with the answer's head, and must be there before another sending may take it over.
            response.flushBuffer();
        } finally {
            forms.end(form, session, location);
        }
    }

    private @Nullable UUID form(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!"POST".equals(request.getMethod()) || !PATHS.contains(path)) {
            return null;
        }
        List<String> given = tokens.resolveSessionIds(request);
        String key = request.getParameter(KEY);
        boolean known = given.size() == 1 && OpaqueTokens.isWellFormed(given.getFirst());
        return known && key != null && key.length() <= 100 ? forms.id(given.getFirst(), key) : null;
    }
}
