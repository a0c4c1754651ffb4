package network.fanz.security.monitoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;

/** The steps of playbooks that the program takes by itself. Each is noted with its result, and taken once an alert. */
@Component
class Response {
    static final String BLOCK_ADDRESS = "block_address";

    private final AlertStore store;
    private final RateLimits limits;
    private final MonitoringSettings settings;

    Response(AlertStore store, RateLimits limits, MonitoringSettings settings) {
        this.store = store;
        this.limits = limits;
        this.settings = settings;
    }

    void run(UUID alert, Finding finding, Instant now) {
        String address = finding.ipAddress();
        if (finding.playbook() == Playbook.BRUTE_FORCE_RESPONSE && address != null) {
            blockAddress(alert, address, now);
        }
    }

    private void blockAddress(UUID alert, String address, Instant now) {
        limits.blockAddress(address, settings.blockTime(), "brute_force");
        String until = limits.blockedUntil(address)
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("nothing: it was lifted meanwhile");
        store.step(alert, BLOCK_ADDRESS, now, "Sign-in and payments from the address are refused until " + until);
    }
}
