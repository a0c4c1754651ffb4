package network.fanz.security.monitoring;

import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.security.monitoring.intake.Checks;
import network.fanz.security.monitoring.intake.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Which events a list shows; null leaves a field open.
 *
 * @param address the keyed hash of an address
 */
public record EventFilter(
        @Nullable Severity severity,
        @Nullable EventCategory category,
        @Nullable EventSource source,
        @Nullable AccountId userId,
        @Nullable String address) {
    public static final EventFilter ALL = new EventFilter(null, null, null, null, null);

    /** All events about an account. */
    public static EventFilter about(AccountId account) {
        return new EventFilter(null, null, null, account, null);
    }

    /**
     * Reads a filter in either spelling; nothing and the empty word leave a field open.
     *
     * @throws InvalidField naming the allowed words
     */
    public static EventFilter of(
            @Nullable String severity,
            @Nullable String category,
            @Nullable String source,
            @Nullable String userId,
            @Nullable String address) {
        return new EventFilter(
                Spelling.readOptional(Severity.class, "severity", severity),
                Spelling.readOptional(EventCategory.class, "category", category),
                Spelling.readOptional(EventSource.class, "source", source),
                account(userId),
                Checks.hash("address", address));
    }

    /** Reads an account's id; nothing and the empty word are null. */
    static @Nullable AccountId account(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return AccountId.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidField("userId", "An account's id is a UUID.");
        }
    }

    public boolean matches(SecurityEvent event) {
        return (severity == null || severity == event.severity())
                && (category == null || category == event.category())
                && (source == null || source == event.source())
                && (userId == null || userId.equals(event.userId()))
                && (address == null || address.equals(event.ipAddress()));
    }
}
