package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded; it never changes. The fields are those of {@link NewSecurityEvent}.
 *
 * @param seq its number in the list; a reader who has seen this event has seen all earlier ones
 * @param at when it happened
 * @param recordedAt when it was recorded
 * @param reportedBy the account whose system has sent it; null for what the program has seen itself
 * @param rawDataKept whether the sender's raw data is stored, sealed
 */
public record SecurityEvent(
        long seq,
        UUID id,
        Instant at,
        Instant recordedAt,
        SecurityEventSource source,
        SecurityEventCategory category,
        Severity severity,
        String title,
        String description,
        @Nullable AccountId userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String platform,
        @Nullable String location,
        Map<String, Object> metadata,
        List<String> tags,
        @Nullable AccountId reportedBy,
        boolean rawDataKept) {}
