package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import network.fanz.security.ratelimit.LimitSettings;

/** Tells what a request is for by its method and path. */
final class Routes {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final LimitSettings settings;

    Routes(LimitSettings settings) {
        this.settings = settings;
    }

    /** The servlet's path is decoded and normalised, so no spelling of a path gets around a limit. */
    Route of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return of(request.getMethod(), info == null ? request.getServletPath() : request.getServletPath() + info);
    }

    Route of(String method, String path) {
        boolean reading = READING.contains(method);
        if (below(settings.webhookPaths(), path)) {
            return Route.WEBHOOK;
        }
        if (below(settings.vendorPaths(), path)) {
            return Route.EXEMPT;
        }
        if (reading) {
            return below(settings.exempt(), path) ? Route.EXEMPT : Route.READ;
        }
        // Signing out is no attempt to sign in: nobody is kept in a session.
        if (below(settings.signInPaths(), path) && !method.equals("DELETE")) {
            return Route.SIGN_IN;
        }
        return below(settings.moneyPaths(), path) ? Route.MONEY : Route.CHANGE;
    }

    private static boolean below(List<String> prefixes, String path) {
        return prefixes.stream()
                .anyMatch(prefix -> path.startsWith(prefix)
                        && (prefix.endsWith("/")
                                || path.length() == prefix.length()
                                || path.charAt(prefix.length()) == '/'));
    }
}
