package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An alert and its state.
 *
 * <p>It is about one finding: while it is not closed, more of the same counts it up; contained, it is opened again.
 *
 * @param seq its number in the list, rising
 * @param rule the rule that raised it; rule and entity decide which findings are one alert
 * @param entity what it is about: an account's id, an address's keyed hash, or the caller's own id
 * @param eventId the event that raised it, or the id that its sender gave
 * @param eventAt when that event happened
 * @param createdAt when the alert was raised
 * @param lastSeenAt when it last happened again
 * @param count how often it happened, the first time included
 * @param severity the worst of its findings, and more where they are many
 * @param escalatedAt when it was escalated because it was not acknowledged
 * @param previous the closed alert about the same finding before it
 * @param proposal what the program would do about it, and a person decides
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
        @Nullable Instant escalatedAt,
        @Nullable UUID previous,
        @Nullable AlertProposal proposal) {}
