package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The result of a rule. Rule and entity identify it: an equal finding counts as the same alert, while that alert is not closed.
 *
 * @param proposal what a person may confirm; with one, the program does nothing by itself
 * @param evidence the events behind it, newest first
 */
public record Finding(
        String rule,
        String entity,
        AlertType type,
        Severity severity,
        String title,
        String description,
        @Nullable Playbook playbook,
        @Nullable AlertProposal proposal,
        @Nullable UUID eventId,
        @Nullable AccountId userId,
        @Nullable String ipAddress,
        Instant at,
        List<UUID> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /**
     * What one event shows by itself, so that a person must look at it.
     *
     * @param eventId the id that the event is recorded under
     */
    public static Finding ofOneEvent(String rule, String entity, UUID eventId, NewSecurityEvent event) {
        NewSecurityEvent.SecurityEventDetails details = event.details();
        return new Finding(
                rule,
                entity,
                AlertType.ANOMALY_DETECTED,
                details.severity(),
                details.title(),
                details.description(),
                null,
                null,
                eventId,
                null,
                null,
                details.at(),
                List.of(eventId));
    }
}
