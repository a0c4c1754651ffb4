package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a system has seen.
 *
 * @param title a few words, at most 200 characters
 * @param description a sentence with ids, at most 1,000 characters, never personal data
 * @param userId whose account it is about; null if none is known
 * @param ipAddress keyed hash of the address
 * @param userAgent keyed hash of the user agent
 * @param platform the brand, or {@code api}
 * @param location country, ISO 3166-1 alpha-2
 * @param metadata ids, numbers and words, at most 32
 * @param rawData what the sender had, kept as ciphertext; null for nothing
 * @param tags words to find it by, at most 16
 * @param at when it happened
 */
public record NewSecurityEvent(
        EventSource source,
        EventCategory category,
        Severity severity,
        String title,
        String description,
        @Nullable AccountId userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String platform,
        @Nullable String location,
        Map<String, Object> metadata,
        @Nullable String rawData,
        List<String> tags,
        Instant at) {
    public NewSecurityEvent {
        metadata = Map.copyOf(metadata);
        tags = List.copyOf(tags);
    }

    /** An event about nobody and from nowhere, to be filled in. */
    public static NewSecurityEvent of(
            EventSource source,
            EventCategory category,
            Severity severity,
            String title,
            String description,
            Instant at) {
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                List.of(),
                at);
    }

    public NewSecurityEvent about(@Nullable AccountId account) {
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                account,
                ipAddress,
                userAgent,
                platform,
                location,
                metadata,
                rawData,
                tags,
                at);
    }

    /** Where it came from: keyed hashes, brand and country. */
    public NewSecurityEvent from(
            @Nullable String addressHash,
            @Nullable String agentHash,
            @Nullable String brand,
            @Nullable String country) {
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                userId,
                addressHash,
                agentHash,
                brand,
                country,
                metadata,
                rawData,
                tags,
                at);
    }

    public NewSecurityEvent with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(metadata);
        more.put(name, value);
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                userId,
                ipAddress,
                userAgent,
                platform,
                location,
                more,
                rawData,
                tags,
                at);
    }

    public NewSecurityEvent tagged(String... words) {
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                userId,
                ipAddress,
                userAgent,
                platform,
                location,
                metadata,
                rawData,
                List.of(words),
                at);
    }

    NewSecurityEvent happened(Instant when) {
        return new NewSecurityEvent(
                source,
                category,
                severity,
                title,
                description,
                userId,
                ipAddress,
                userAgent,
                platform,
                location,
                metadata,
                rawData,
                tags,
                when);
    }
}
