package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.fanz.common.Problem;
import network.fanz.common.SecondFactorRequired;
import network.fanz.common.SignInRequired;
import network.fanz.security.identity.TermsNotAccepted;
import org.springframework.http.MediaType;

/**
 * Redirects a browser that asked for a protected page to the sign-in or the second factor, and remembers the page. The sign-in pages are on
 * one host; every other host goes there by OpenID Connect.
 */
public final class SignInRedirects {
    /** The attribute of the {@code HttpSession} that holds the path to come back to. */
    private static final int PATH_MAX = 500;

    private static final String TERMS = "/terms/acceptance";

    private static final String RETURN_PATH = "identity.wanted";

    private final PublicHosts hosts;

    public SignInRedirects(PublicHosts hosts) {
        this.hosts = hosts;
    }

    /** Redirects if a page in the browser would help. If it returns false, the caller answers with the problem. */
    boolean redirect(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean terms = problem instanceof TermsNotAccepted;
        boolean helps = terms || problem instanceof SignInRequired || problem instanceof SecondFactorRequired;
        if (!helps || !wantsPage(request)) {
            return false;
        }
        if (terms) {
            // On the very host where the page was wanted, and back to it afterwards.
            rememberReturnPath(request, pathAndQuery(request));
            response.sendRedirect(request.getContextPath() + TERMS);
            return true;
        }
        redirect(request, response);
        return true;
    }

    /** Remembers the request and redirects to the missing step: the sign-in itself, or the second factor. */
    public void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        rememberReturnPath(request, pathAndQuery(request));
        if (!hosts.isSignInHost(request)) {
            response.sendRedirect(request.getContextPath() + "/oauth2/authorization/" + hosts.label(request));
            return;
        }
        // If the path names the brand, it must name the sign-in host too.
        String base = request.getContextPath().isEmpty() ? "" : "/@" + PublicHosts.SIGN_IN;
        response.sendRedirect(base + missingStepPath(request));
    }

    /** @param path of this host, with its query; one that is longer than any of ours is forgotten, for strangers may make it */
    public void rememberReturnPath(HttpServletRequest request, String path) {
        request.getSession(true).setAttribute(RETURN_PATH, path.length() > PATH_MAX ? "/" : path);
    }

    /** Whether a page is remembered to come back to. */
    public boolean hasReturnPath(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(RETURN_PATH) != null;
    }

    private static String missingStepPath(HttpServletRequest request) {
        if (RequestSession.proof(request).isEmpty()) {
            // Who comes by a letter's link is told that it is not lost.
            return request.getRequestURI().endsWith("/verify-email") ? "/sign-in?to=confirm" : "/sign-in";
        }
        // Whoever has no factor yet is told there that one is needed, and which there are.
        return "/sign-in/factor";
    }

    /** The path that the browser wanted before it was redirected, or else the given path. The path is returned once. */
    public String takeReturnPath(HttpServletRequest request, String otherwise) {
        var session = request.getSession(false);
        Object path = session == null ? null : session.getAttribute(RETURN_PATH);
        if (session == null || path == null) {
            return otherwise;
        }
        session.removeAttribute(RETURN_PATH);
        return (String) path;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && !SessionTokenResolver.isApi(request)
                && SessionTokenResolver.bearer(request) == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null;
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
