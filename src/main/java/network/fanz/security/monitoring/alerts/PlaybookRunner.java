package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.securityevents.SuspiciousEventStore;
import network.fanz.security.ratelimit.AddressBlock;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The playbook steps that the program takes by itself. Each step is recorded with its result. */
@Component
public class PlaybookRunner {
    public static final String BLOCK_ADDRESS = "block_address";

    private final AlertHistoryStore history;
    private final SuspiciousEventStore events;
    private final RateLimits limits;
    private final MonitoringSettings settings;

    PlaybookRunner(
            AlertHistoryStore history, SuspiciousEventStore events, RateLimits limits, MonitoringSettings settings) {
        this.history = history;
        this.events = events;
        this.limits = limits;
        this.settings = settings;
    }

    /** Takes the steps for an alert that has just been raised. */
    void run(UUID alert, Finding finding, Instant now) {
        String address = addressToBlock(finding);
        if (address != null) {
            blockAddress(alert, address, now);
        }
    }

    /**
     * Blocks the alert's address again, if the address is no longer blocked and the failures since the block would be an attack by
     * themselves.
     */
    void runAgain(UUID alert, Finding finding, Instant now) {
        String address = addressToBlock(finding);
        if (address != null && isAttackSinceItsBlock(finding, address, now)) {
            blockAddress(alert, address, now);
        }
    }

    private static @Nullable String addressToBlock(Finding finding) {
        boolean byItself = finding.playbook() == Playbook.BRUTE_FORCE_RESPONSE && finding.proposal() == null;
        return byItself ? finding.ipAddress() : null;
    }

    /** Failures from before the end of the block, or before staff lifted it, count no second time. */
    private boolean isAttackSinceItsBlock(Finding finding, String address, Instant now) {
        Instant from = finding.at().minus(settings.bruteForceWindow());
        Instant end = limits.lastBlock(address).map(AddressBlock::until).orElse(from);
        Instant after = end.isAfter(from) ? end : from;
        int threshold = settings.bruteForceFailures() + 1;
        return !end.isAfter(now)
                && events.failuresFrom(address, true, after, finding.at(), threshold)
                                .size()
                        == threshold;
    }

    /** Takes the step that a person has confirmed. An address that is blocked already stays so, and nothing is noted. */
    void runConfirmed(UUID alert, String address, Instant now) {
        if (limits.blockedUntil(address).isEmpty()) {
            blockAddress(alert, address, now);
        }
    }

    private void blockAddress(UUID alert, String address, Instant now) {
        limits.blockAddress(address, settings.bruteForceBlockTime(), "brute_force");
        String result = limits.blockedUntil(address)
                .map(time -> "Sign-in and payments from the address were refused, until "
                        + time.truncatedTo(ChronoUnit.SECONDS) + " at the latest")
                .orElse("The address was let in again meanwhile");
        history.step(alert, BLOCK_ADDRESS, now, result);
    }
}
