package network.fanz.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.fanz.common.ProblemType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer back until it is known whether, and how, it is stored. */
final class CapturedResponse extends ContentCachingResponseWrapper {
    private static final List<String> KEPT = List.of(
            "Content-Type",
            "Content-Disposition",
            "Content-Language",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Link",
            "Location",
            "Tus-Resumable",
            "Upload-Expires",
            "Upload-Offset",
            "HX-Location",
            "HX-Redirect",
            "HX-Refresh",
            "HX-Retarget",
            "HX-Reswap",
            "HX-Trigger");
    /** They depend on who is signed in and on the moment, not on the request: the next try may go another way. */
    private static final Set<Integer> TRANSIENT_STATUSES = Set.of(401, 403, 408, 425, 429);

    private final List<String> cookiesBefore;
    private boolean errorSent;

    CapturedResponse(HttpServletResponse response) {
        super(response);
        this.cookiesBefore = List.copyOf(response.getHeaders(HttpHeaders.SET_COOKIE));
    }

    @Override
    public void sendError(int status) throws IOException {
        errorSent = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        errorSent = true;
        super.sendError(status, message);
    }

    /** What to store; empty for what must not be stored, or cannot. */
    Optional<StoredResponse> toStore(HttpServletRequest request, long bytesMax) {
        boolean lasting = getStatus() < 500 && !TRANSIENT_STATUSES.contains(getStatus());
        boolean passing = request.getAttribute(ProblemType.PASSING) != null;
        if (passing
                || errorSent
                || isCommitted()
                || !lasting
                || carriesSecret(request)
                || getContentSize() > bytesMax) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = name.equals("Content-Type") ? getContentType() : getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        cookies().forEach(notice -> headers.put(HttpHeaders.SET_COOKIE, notice));
        return Optional.of(new StoredResponse(getStatus(), headers, getContentAsByteArray()));
    }

    /** Those that the work itself has set. */
    private List<String> cookies() {
        return getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> !cookiesBefore.contains(cookie))
                .toList();
    }

    /**
     * A page holds the reader's form token, a cookie but that of a notice may be a session, and a handler says so itself;
     * where no handler is known, there may be one all the same.
     */
    private boolean carriesSecret(HttpServletRequest request) {
        String type = getContentType();
        boolean page = type != null && type.startsWith("text/html") && getContentSize() > 0;
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return page
                || cookies().stream().anyMatch(CapturedResponse::maySignIn)
                || !(handler instanceof HandlerMethod method)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), SecretResponse.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), SecretResponse.class);
    }

    private static boolean maySignIn(String cookie) {
        return !cookie.startsWith(IdempotencyKey.NOTICE + "=");
    }
}
