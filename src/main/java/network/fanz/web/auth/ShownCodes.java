package network.fanz.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.fanz.common.Steady;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Recovery codes that were just made, so that their page can be loaded again. They lie in the browser's session, sealed, until the reader has
 * said that they are kept; after ten minutes they are shown no more.
 */
@Component
final class ShownCodes {
    static final String PAGE = "/account/recovery-codes/made";
    static final Duration SHOWN_FOR = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = "web.recovery-codes";
    private static final String GAP = " ";

    private final Clock clock;

    ShownCodes(@Steady Clock clock) {
        this.clock = clock;
    }

    /** Leads to the page that shows them. */
    ModelAndView show(List<String> codes, HttpServletRequest request, Shell shell) {
        request.getSession().setAttribute(ATTRIBUTE, clock.millis() + GAP + String.join(GAP, codes));
        return shell.redirect(PAGE);
    }

    /** Those that this session's page still shows; empty if there are none. */
    Optional<List<String>> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String kept = session == null ? null : (String) session.getAttribute(ATTRIBUTE);
        if (kept == null) {
            return Optional.empty();
        }
        List<String> words = Arrays.asList(kept.split(GAP, -1));
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(words.getFirst())), clock.instant());
        if (age.abs().compareTo(SHOWN_FOR) > 0) {
            forget(request);
            return Optional.empty();
        }
        return Optional.of(words.subList(1, words.size()));
    }

    void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
