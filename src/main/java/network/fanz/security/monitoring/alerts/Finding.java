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
 * The result of a rule. Rule, entity and window identify it: an equal finding within the window after the last one counts as the same
 * alert, while that alert is not closed.
 *
 * @param evidence the events behind it, newest first
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
