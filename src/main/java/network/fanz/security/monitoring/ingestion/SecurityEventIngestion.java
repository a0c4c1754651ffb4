package network.fanz.security.monitoring.ingestion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.CorrelationRules;
import network.fanz.security.monitoring.alerts.Finding;
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
            SecurityEventStore store,
            CorrelationRules correlationRules,
            Alerts alerts,
            Vault vault,
            @Steady Clock clock) {
        this.store = store;
        this.correlationRules = correlationRules;
        this.alerts = alerts;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Ingests what the program has seen itself; an event whose id is already recorded changes nothing.
     *
     * @param id the same for the same event
     * @return whether the event was new
     */
    public boolean ingest(UUID id, NewSecurityEvent event) {
        return record(id, event, null, correlationRules::check);
    }

    /** The same for an event about which the caller raises an alert of its own: then a critical one raises no second. */
    public boolean ingestWithOwnAlert(UUID id, NewSecurityEvent event) {
        return record(id, event, null, correlationRules::correlate);
    }

    /** Ingests what an outside sender claims: people look at it, and nothing is done about it without them. */
    public void ingestReport(UUID id, NewSecurityEvent event, AccountId reportedBy) {
        record(id, event, reportedBy, correlationRules::checkClaim);
    }

    private boolean record(UUID id, NewSecurityEvent event, @Nullable AccountId reportedBy, RuleCheck rules) {
        store.lock();
        if (store.add(id, event, reportedBy, sealed(id, event), now()).isEmpty()) {
            return false;
        }
        rules.check(id, event, finding -> alerts.raise(finding, null));
        return true;
    }

    /** Under the key of the account that the event is about; without an account, under the event's own key. */
    private byte @Nullable [] sealed(UUID id, NewSecurityEvent event) {
        String raw = event.rawData();
        return raw == null ? null : vault.seal(vaultSubject(id, event.userId()), RAW_DATA, raw);
    }

    public static UUID vaultSubject(UUID event, @Nullable AccountId account) {
        return account == null ? event : account.value();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One of the ways to look at an event. */
    private interface RuleCheck {
        void check(UUID id, NewSecurityEvent event, Consumer<Finding> found);
    }
}
