package network.fanz.security.monitoring.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found. Rule, entity and window are its fingerprint: an equal one within the window of the last counts as the same
 * alert as long as that is not closed.
 *
 * @param evidence the events that it follows from, the newest first
 */
public record Finding(
        String rule,
        String entity,
        Duration window,
        AlertType type,
        Severity severity,
        String title,
        String description,
        @Nullable Playbook playbook,
        @Nullable UUID eventId,
        @Nullable AccountId userId,
        @Nullable String ipAddress,
        Instant at,
        List<UUID> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
