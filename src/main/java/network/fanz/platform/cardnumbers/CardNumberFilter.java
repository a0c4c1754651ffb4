package network.fanz.platform.cardnumbers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.CachedBodyRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every request that carries a card number, before anything can store or log it: in its address, a header, a form's field or
 * its body. The sandbox vendor's own card page is the one place where a number may be typed, and it is the vendor's, not ours.
 */
final class CardNumberFilter extends OncePerRequestFilter {
    private static final String VENDORS_PAGE = "/sandbox/cards/";

    /** A provider's signed message is no field of ours, and its times and ids are digits; the code that reads it keeps no number of it. */
    private static final String PROVIDERS_MESSAGES = "/webhooks/";

    private static final int BODY_MAX = 1024 * 1024;

    /** Secrets and checksums that are made of digits by chance, and are never stored as they are. */
    private static final Set<String> OPAQUE = Set.of(
            "authorization",
            "cookie",
            "content-length",
            "webhook-signature",
            "sandbox-key",
            "traceparent",
            "tracestate");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        checkAddress(request);
        checkHeaders(request);
        if (path(request).startsWith(VENDORS_PAGE)) {
            chain.doFilter(request, response);
        } else if (isForm(request.getContentType())) {
            request.getParameterMap().forEach((name, values) -> {
                check(name);
                for (String value : values) {
                    check(value);
                }
            });
            chain.doFilter(request, response);
        } else {
            chain.doFilter(checkBody(request), response);
        }
    }

    private static void checkAddress(HttpServletRequest request) {
        check(decoded(request.getRequestURI()));
        String query = request.getQueryString();
        if (query != null) {
            check(decoded(query));
        }
    }

    private static void checkHeaders(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!OPAQUE.contains(name.toLowerCase(Locale.ROOT))) {
                Collections.list(request.getHeaders(name)).forEach(CardNumberFilter::check);
            }
        }
    }

    /** Reads the whole body, and hands on a request that has it still to be read. */
    private static HttpServletRequest checkBody(HttpServletRequest request) throws IOException {
        byte[] body = CachedBodyRequest.bodyOf(request, BODY_MAX);
        if (!path(request).startsWith(PROVIDERS_MESSAGES)) {
            check(new String(body, StandardCharsets.UTF_8));
        }
        return body.length == 0 ? request : new CachedBodyRequest(request, body);
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static void check(String text) {
        if (CardNumbers.in(text)) {
            throw new CardNumberRefused();
        }
    }
}
