package network.fanz.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Tells people with a browser from programs. */
final class BrowserDetection {
    private static final List<String> FOR_PROGRAMS =
            List.of("/api/", "/webhooks/", "/actuator", "/webauthn/", "/oauth2/token");

    private BrowserDetection() {}

    static boolean isBrowser(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }
}
