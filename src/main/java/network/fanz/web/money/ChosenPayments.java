package network.fanz.web.money;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what was chosen until its buyer has said yes, so that the page that asks has an address of its own and nothing of the choice stands
 * in it. It lies in the browser's session, sealed; a few at a time, for a tab does not take another's away.
 */
@Component
final class ChosenPayments {
    private static final String ATTRIBUTE = "web.chosen-payments";
    private static final Duration KEPT_FOR = Duration.ofMinutes(15);
    private static final int MOST = 5;

    private final Clock clock;

    ChosenPayments(@Steady Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void keep(ChosenPayment chosen, HttpServletRequest request) {
        ArrayList<ChosenPayment> kept = new ArrayList<>(all(request));
        kept.add(chosen);
        request.getSession()
                .setAttribute(ATTRIBUTE, new ArrayList<>(kept.subList(Math.max(0, kept.size() - MOST), kept.size())));
    }

    /** @return empty if nothing is kept under the key for this buyer, or its time is over */
    Optional<ChosenPayment> find(UUID key, @Nullable AccountId buyer, HttpServletRequest request) {
        return all(request).stream()
                .filter(chosen -> chosen.key().equals(key) && chosen.buyer().equals(buyer))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<ChosenPayment> all(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        List<ChosenPayment> kept = session == null ? null : (List<ChosenPayment>) session.getAttribute(ATTRIBUTE);
        return kept == null
                ? List.of()
                : kept.stream()
                        .filter(chosen ->
                                Duration.between(chosen.at(), now()).abs().compareTo(KEPT_FOR) <= 0)
                        .toList();
    }
}
