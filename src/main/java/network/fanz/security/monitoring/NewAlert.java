package network.fanz.security.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * A finding that a person should look at.
 *
 * @param eventId the caller's id of what the alert is about; reports of one type with the same id are one alert while
 *     it is not closed, and each report is kept; without an id the title decides
 * @param title a few words, at most 200 characters
 * @param description a sentence with ids, at most 1,000 characters, never personal data
 * @param responsePlaybook what to do about it; null for none
 */
public record NewAlert(
        @Nullable String eventId,
        AlertType type,
        Severity severity,
        String title,
        String description,
        @Nullable Playbook responsePlaybook) {}
