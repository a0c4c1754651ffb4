package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import network.fanz.security.ratelimit.LimitSettings;

/** Tells what a request is for by its method and path. */
final class RequestClassifier {
    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final LimitSettings settings;

    RequestClassifier(LimitSettings settings) {
        this.settings = settings;
    }

    /** The servlet's path is decoded and normalised, so another spelling of a path does not get around a limit. */
    RequestClass classify(HttpServletRequest request) {
        String info = request.getPathInfo();
        return classify(request.getMethod(), info == null ? request.getServletPath() : request.getServletPath() + info);
    }

    RequestClass classify(String method, String path) {
        boolean reading = READ_METHODS.contains(method);
        if (below(settings.webhookPaths(), path)) {
            return RequestClass.WEBHOOK;
        }
        if (below(settings.vendorPaths(), path)) {
            return RequestClass.EXEMPT;
        }
        if (reading) {
            return below(settings.exempt(), path)
                    ? RequestClass.EXEMPT
                    : below(settings.plainPaths(), path) ? RequestClass.PLAIN : RequestClass.READ;
        }
        // Signing out is not limited as signing in is: a limit must not keep anybody in a session.
        if (below(settings.signInPaths(), path) && !method.equals("DELETE")) {
            return RequestClass.SIGN_IN;
        }
        return below(settings.moneyPaths(), path) ? RequestClass.MONEY : RequestClass.CHANGE;
    }

    private static boolean below(List<String> prefixes, String path) {
        return prefixes.stream()
                .anyMatch(prefix -> path.startsWith(prefix)
                        && (prefix.endsWith("/")
                                || path.length() == prefix.length()
                                || path.charAt(prefix.length()) == '/'));
    }
}
