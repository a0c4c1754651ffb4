package network.fanz.security.monitoring;

import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.security.monitoring.ingestion.EnumParser;
import network.fanz.security.monitoring.ingestion.ReportValidation;
import org.jspecify.annotations.Nullable;

/**
 * Which events a list shows; a field that is null selects all.
 *
 * @param address the keyed hash of an address
 */
public record SecurityEventFilter(
        @Nullable Severity severity,
        @Nullable SecurityEventCategory category,
        @Nullable SecurityEventSource source,
        @Nullable AccountId userId,
        @Nullable String address) {
    public static final SecurityEventFilter ALL = new SecurityEventFilter(null, null, null, null, null);

    /** All events about an account. */
    public static SecurityEventFilter about(AccountId account) {
        return new SecurityEventFilter(null, null, null, account, null);
    }

    /**
     * Reads a filter, with words in either spelling; an absent or empty word selects all.
     *
     * @throws InvalidField naming the allowed words
     */
    public static SecurityEventFilter of(
            @Nullable String severity,
            @Nullable String category,
            @Nullable String source,
            @Nullable String userId,
            @Nullable String address) {
        return new SecurityEventFilter(
                EnumParser.parseOptional(Severity.class, "severity", severity),
                EnumParser.parseOptional(SecurityEventCategory.class, "category", category),
                EnumParser.parseOptional(SecurityEventSource.class, "source", source),
                account(userId),
                ReportValidation.hash("address", address));
    }

    /** Reads an account's id; null if it is absent or empty. */
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
