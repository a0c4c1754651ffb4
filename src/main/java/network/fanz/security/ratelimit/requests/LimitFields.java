package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.security.ratelimit.Decision;
import network.fanz.security.ratelimit.RateLimited;
import network.fanz.security.ratelimit.counting.Taken;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers-11. What all clients share is not
 * told: it would say how busy the program is, and no client can do anything about it.
 */
public final class LimitFields {
    private static final Set<String> SHARED = Set.of("global", "sign-in", "webhook");

    private LimitFields() {}

    /** @throws RateLimited if one of the limits refused */
    static void writeAndRefuse(HttpServletResponse response, Taken taken) {
        write(response, taken.decisions());
        Decision refused = taken.refused();
        if (refused != null) {
            throw new RateLimited(refused);
        }
    }

    public static void write(HttpServletResponse response, List<Decision> decisions) {
        List<Decision> told = decisions.stream()
                .filter(decision -> !SHARED.contains(decision.limit()))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        response.setHeader(
                "RateLimit-Policy", told.stream().map(LimitFields::policy).collect(Collectors.joining(", ")));
        Decision tightest = told.stream()
                .min(Comparator.comparing(Decision::allowed).thenComparing(Decision::remaining))
                .orElseThrow();
        response.setHeader("RateLimit", state(tightest));
    }

    private static String policy(Decision decision) {
        return "\"" + decision.limit() + "\";q=" + decision.quota() + ";w="
                + decision.window().toSeconds();
    }

    private static String state(Decision decision) {
        return "\"" + decision.limit() + "\";r=" + decision.remaining() + ";t=" + decision.resetSeconds();
    }
}
