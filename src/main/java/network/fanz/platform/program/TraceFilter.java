package network.fanz.platform.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request the trace id of its caller (W3C Trace Context, header {@code traceparent}) or a new one, and a span id of its own.
 * Every log line of the request carries both, and the answer names the trace in {@code Trace-Id}, so that a user who reports an
 * error can say which one.
 */
final class TraceFilter extends OncePerRequestFilter {
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** What the server itself refuses comes by here only on its way to the page that says so. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = trace(request.getHeader("traceparent"));
        MDC.put("traceId", trace);
        MDC.put("spanId", hexadecimal());
        response.setHeader("Trace-Id", trace);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
        }
    }

    static String trace(@Nullable String traceparent) {
        Matcher given = TRACEPARENT.matcher(String.valueOf(traceparent));
        return given.matches() ? given.group(1) : hexadecimal() + hexadecimal();
    }

    /** 64 random bits. They name things and guard nothing, so they need not be unguessable. */
    private static String hexadecimal() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
