package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An alert and its state.
 *
 * @param seq its number in the list, rising
 * @param rule the rule that raised it; rule, entity and time decide which findings are one alert
 * @param entity what it is about: an account's id, an address's keyed hash, or the caller's own id
 * @param eventId the event that raised it, or the id that its sender gave
 * @param eventAt when that event happened
 * @param createdAt when the alert was raised
 * @param lastSeenAt when it last happened again
 * @param count how often it happened, the first time included
 * @param escalatedAt when it was escalated because it was not acknowledged
 */
public record SecurityAlert(
        long seq,
        UUID id,
        String rule,
        String entity,
        @Nullable UUID eventId,
        AlertType type,
        Severity severity,
        String title,
        String description,
        @Nullable Playbook playbook,
        @Nullable AccountId userId,
        @Nullable String ipAddress,
        Instant eventAt,
        Instant createdAt,
        Instant lastSeenAt,
        long count,
        AlertState state,
        @Nullable Instant acknowledgedAt,
        @Nullable AccountId acknowledgedBy,
        @Nullable Instant containedAt,
        @Nullable Instant closedAt,
        @Nullable AlertVerdict verdict,
        @Nullable Instant escalatedAt) {}
