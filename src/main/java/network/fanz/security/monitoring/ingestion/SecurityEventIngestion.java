package network.fanz.security.monitoring.ingestion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.platform.vault.Vault;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.CorrelationRules;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records events and checks each against earlier events. Runs in the caller's transaction. */
@Component
public class SecurityEventIngestion {
    public static final String RAW_DATA = "monitoring.security_event.raw_data";

    private final SecurityEventStore store;
    private final CorrelationRules correlationRules;
    private final Alerts alerts;
    private final Vault vault;
    private final Clock clock;

    SecurityEventIngestion(
            SecurityEventStore store, CorrelationRules correlationRules, Alerts alerts, Vault vault, Clock clock) {
        this.store = store;
        this.correlationRules = correlationRules;
        this.alerts = alerts;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Ingests an event; an event whose id is already recorded changes nothing.
     *
     * @param id the same for the same event
     * @return whether the event was new
     */
    public boolean ingest(UUID id, NewSecurityEvent event) {
        store.lock();
        if (store.add(id, event, sealed(id, event), now()).isEmpty()) {
            return false;
        }
        correlationRules.findings(id, event).forEach(finding -> alerts.raise(finding, null));
        return true;
    }

    /** Under the key of the account that the event is about; without an account, under the event's own key. */
    private byte @Nullable [] sealed(UUID id, NewSecurityEvent event) {
        String raw = event.rawData();
        return raw == null ? null : vault.seal(vaultSubject(id, event.userId()), RAW_DATA, raw);
    }

    public static UUID vaultSubject(UUID event, network.fanz.common.@Nullable AccountId account) {
        return account == null ? event : account.value();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
