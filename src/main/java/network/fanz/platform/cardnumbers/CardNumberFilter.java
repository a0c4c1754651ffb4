package network.fanz.platform.cardnumbers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.CachedBodyRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every request that carries a card number, before anything can store or log it: in its address, a header, a form's field or
 * its body. The sandbox vendor's own card page is the one place where a number may be typed, and it is the vendor's, not ours;
 * {@link DocumentNumbers} may look like one.
 */
final class CardNumberFilter extends OncePerRequestFilter {
    private static final String VENDORS_PAGE = "/sandbox/cards/";

    /** A provider's signed message is no field of ours, and its times and ids are digits; the code that reads it keeps no number of it. */
    private static final String PROVIDERS_MESSAGES = "/webhooks/";

    private static final int BODY_MAX = 1024 * 1024;

    /**
     * Secrets, checksums, and what servers, proxies and tracing write: digits by chance or times, never typed by a person, and never stored
     * as they are.
     */
    private static final Set<String> OPAQUE = Set.of(
            "age",
            "authorization",
            "b3",
            "baggage",
            "cdn-loop",
            "cf-ray",
            "content-digest",
            "content-length",
            "cookie",
            "date",
            "digest",
            "fly-request-id",
            "forwarded",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "range",
            "rndr-id",
            "sandbox-key",
            "sentry-trace",
            "signature",
            "signature-input",
            "traceparent",
            "tracestate",
            "uber-trace-id",
            "via",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp",
            "x-correlation-id",
            "x-queue-start",
            "x-real-ip",
            "x-request-id",
            "x-request-start",
            "x-trace-id",
            "x-varnish");

    /** Families of such headers. */
    private static final List<String> OPAQUE_FAMILIES = List.of(
            "x-amz",
            "x-azure-",
            "x-b3-",
            "x-cloud-trace-",
            "x-datadog-",
            "x-envoy-",
            "x-fastly-",
            "x-forwarded-",
            "x-goog-",
            "x-msedge-",
            "x-newrelic-",
            "x-vercel-");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        checkAddress(request);
        checkHeaders(request);
        if (path(request).startsWith(VENDORS_PAGE)) {
            chain.doFilter(request, response);
        } else if (isForm(request.getContentType())) {
            boolean document = DocumentNumbers.areSentTo(path(request));
            request.getParameterMap().forEach((name, values) -> {
                check(name);
                if (!(document && name.equals(DocumentNumbers.FIELD) && values.length == 1)) {
                    for (String value : values) {
                        check(value);
                    }
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
            for (String value : Collections.list(request.getHeaders(name))) {
                refuseIf(inHeader(name, value));
            }
        }
    }

    static boolean inHeader(String name, String value) {
        String header = name.toLowerCase(Locale.ROOT);
        boolean opaque = OPAQUE.contains(header) || OPAQUE_FAMILIES.stream().anyMatch(header::startsWith);
        return !opaque && CardNumbers.in(value);
    }

    /** Reads the whole body, and hands on a request that has it still to be read. */
    private static HttpServletRequest checkBody(HttpServletRequest request) throws IOException {
        byte[] body = CachedBodyRequest.bodyOf(request, BODY_MAX);
        if (!path(request).startsWith(PROVIDERS_MESSAGES)) {
            String text = new String(body, StandardCharsets.UTF_8);
            refuseIf(
                    DocumentNumbers.areSentTo(path(request)) && isJson(request.getContentType())
                            ? JsonCardNumbers.besideADocuments(text)
                            : inBody(text, request.getContentType()));
        }
        return body.length == 0 ? request : new CachedBodyRequest(request, body);
    }

    static boolean inBody(String text, @Nullable String contentType) {
        return isJson(contentType) ? JsonCardNumbers.in(text) : CardNumbers.in(text);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
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
        refuseIf(CardNumbers.in(text));
    }

    private static void refuseIf(boolean found) {
        if (found) {
            throw new CardNumberRefused();
        }
    }
}
