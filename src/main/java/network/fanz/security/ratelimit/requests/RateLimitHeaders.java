package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.security.ratelimit.LimitDecision;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.counting.LimitResult;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-11. What all clients share is not
 * told: it would say how busy the program is, and no client can do anything about it.
 */
public final class RateLimitHeaders {
    private static final Set<String> SHARED = Set.of("global", "sign-in", "webhook");

    private RateLimitHeaders() {}

    /** @throws RateLimited if one of the limits refused */
    static void writeAndRefuse(HttpServletResponse response, LimitResult result) {
        write(response, result.decisions());
        LimitDecision refused = result.refused();
        if (refused != null) {
            throw new RateLimited(refused);
        }
    }

    public static void write(HttpServletResponse response, List<LimitDecision> decisions) {
        List<LimitDecision> told = decisions.stream()
                .filter(decision -> !SHARED.contains(decision.limit()))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        response.setHeader(
                "RateLimit-Policy", told.stream().map(RateLimitHeaders::policy).collect(Collectors.joining(", ")));
        LimitDecision tightest = told.stream()
                .min(Comparator.comparing(LimitDecision::allowed).thenComparing(LimitDecision::remaining))
                .orElseThrow();
        response.setHeader("RateLimit", state(tightest));
    }

    private static String policy(LimitDecision decision) {
        return "\"" + decision.limit() + "\";q=" + decision.quota() + ";w="
                + decision.window().toSeconds();
    }

    private static String state(LimitDecision decision) {
        return "\"" + decision.limit() + "\";r=" + decision.remaining() + ";t=" + decision.resetSeconds();
    }
}
