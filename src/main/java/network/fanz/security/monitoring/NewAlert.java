package network.fanz.security.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at.
 *
 * @param eventId what it is about, an id of the caller's; the same one within ten minutes is the same alert; null for none
 * @param title a few words, at most 200 characters
 * @param description a sentence with ids, at most 1,000 characters, never personal data
 * @param responsePlaybook what to do about it; null for nothing in particular
 */
public record NewAlert(
        @Nullable String eventId,
        AlertType type,
        Severity severity,
        String title,
        String description,
        @Nullable Playbook responsePlaybook) {}
