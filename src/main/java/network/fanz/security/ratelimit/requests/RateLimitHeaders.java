package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import network.fanz.security.ratelimit.LimitDecision;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.counting.LimitResult;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-11. Limits that everybody shares
 * are left out.
 */
public final class RateLimitHeaders {
    private static final Comparator<LimitDecision> TIGHTEST_FIRST =
            Comparator.comparing(LimitDecision::allowed).thenComparing(LimitDecision::remaining);

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
                .filter(decision -> !decision.limit().isShared())
                .collect(Collectors.toMap(LimitDecision::limit, each -> each, RateLimitHeaders::tighter))
                .values()
                .stream()
                .sorted(Comparator.comparing(LimitDecision::limit))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        response.setHeader(
                "RateLimit-Policy", told.stream().map(RateLimitHeaders::policy).collect(Collectors.joining(", ")));
        LimitDecision tightest = told.stream().min(TIGHTEST_FIRST).orElseThrow();
        response.setHeader("RateLimit", state(tightest));
    }

    private static LimitDecision tighter(LimitDecision one, LimitDecision other) {
        return TIGHTEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static String policy(LimitDecision decision) {
        return "\"" + decision.limit().publicName() + "\";q=" + decision.quota() + ";w="
                + decision.window().toSeconds();
    }

    private static String state(LimitDecision decision) {
        return "\"" + decision.limit().publicName() + "\";r=" + decision.remaining() + ";t=" + decision.resetSeconds();
    }
}
