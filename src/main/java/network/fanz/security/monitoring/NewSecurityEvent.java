package network.fanz.security.monitoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A security event to record.
 *
 * @param userId the account that it is about; null if unknown
 * @param metadata ids, numbers and words, at most 32
 * @param rawData the sender's raw data, stored as ciphertext; null for none
 * @param tags words to find it by, at most 16
 */
public record NewSecurityEvent(
        SecurityEventDetails details,
        @Nullable AccountId userId,
        SecurityEventOrigin origin,
        Map<String, Object> metadata,
        @Nullable String rawData,
        List<String> tags) {
    public NewSecurityEvent {
        metadata = Map.copyOf(metadata);
        tags = List.copyOf(tags);
    }

    /**
     * What was seen.
     *
     * @param title a few words, at most 200 characters
     * @param description a sentence with ids, at most 1,000 characters, never personal data
     * @param at when it happened, to the microsecond: what is read back equals what was written
     */
    public record SecurityEventDetails(
            SecurityEventSource source,
            SecurityEventCategory category,
            Severity severity,
            String title,
            String description,
            Instant at) {
        public SecurityEventDetails {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Where an event came from.
     *
     * @param ipAddress keyed hash of the address
     * @param userAgent keyed hash of the user agent
     * @param platform the brand, or {@code api}
     * @param location country, ISO 3166-1 alpha-2
     */
    public record SecurityEventOrigin(
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable String platform,
            @Nullable String location) {
        public static final SecurityEventOrigin UNKNOWN = new SecurityEventOrigin(null, null, null, null);
    }

    /** An event without an account and an origin, which the caller adds. */
    public static NewSecurityEvent of(
            SecurityEventSource source,
            SecurityEventCategory category,
            Severity severity,
            String title,
            String description,
            Instant at) {
        SecurityEventDetails details = new SecurityEventDetails(source, category, severity, title, description, at);
        return new NewSecurityEvent(details, null, SecurityEventOrigin.UNKNOWN, Map.of(), null, List.of());
    }

    public NewSecurityEvent about(@Nullable AccountId account) {
        return new NewSecurityEvent(details, account, origin, metadata, rawData, tags);
    }

    /** Adds the origin: keyed hashes, brand and country. */
    public NewSecurityEvent from(
            @Nullable String addressHash,
            @Nullable String agentHash,
            @Nullable String brand,
            @Nullable String country) {
        SecurityEventOrigin from = new SecurityEventOrigin(addressHash, agentHash, brand, country);
        return new NewSecurityEvent(details, userId, from, metadata, rawData, tags);
    }

    public NewSecurityEvent with(String name, Object value) {
        return with(Map.of(name, value));
    }

    public NewSecurityEvent with(Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(metadata);
        all.putAll(more);
        return new NewSecurityEvent(details, userId, origin, all, rawData, tags);
    }

    public NewSecurityEvent withRawData(@Nullable String raw) {
        return new NewSecurityEvent(details, userId, origin, metadata, raw, tags);
    }

    public NewSecurityEvent tagged(String... newTags) {
        return new NewSecurityEvent(details, userId, origin, metadata, rawData, List.of(newTags));
    }
}
