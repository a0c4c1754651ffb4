package network.fanz.security.monitoring.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.security.monitoring.NewAlert;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.alerts.Finding;
import org.jspecify.annotations.Nullable;

/** Checks what outside senders report. */
public final class ReportValidation {
    private static final Pattern KEYED_HASH = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int TITLE_MAX = 200;
    private static final int DESCRIPTION_MAX = 1000;
    private static final int VALUE_MAX = 500;
    private static final int METADATA_MAX = 32;
    private static final int TAGS_MAX = 16;
    private static final int RAW_MAX = 16_384;

    private ReportValidation() {}

    public static NewSecurityEvent event(NewSecurityEvent event) {
        event.metadata().forEach(ReportValidation::metadata);
        if (event.metadata().size() > METADATA_MAX) {
            throw new InvalidField("metadata", Sentence.of("At most {0} entries.", METADATA_MAX));
        }
        if (event.tags().size() > TAGS_MAX) {
            throw new InvalidField("tags", Sentence.of("At most {0} tags.", TAGS_MAX));
        }
        String raw = event.rawData();
        if (raw != null && raw.length() > RAW_MAX) {
            throw new InvalidField("rawData", Sentence.of("At most {0} characters.", RAW_MAX));
        }
        return new NewSecurityEvent(
                what(event.details()),
                event.userId(),
                where(event.origin()),
                event.metadata(),
                raw,
                event.tags().stream()
                        .map(tag -> LogText.required("tags", tag, 64))
                        .toList());
    }

    private static NewSecurityEvent.SecurityEventDetails what(NewSecurityEvent.SecurityEventDetails details) {
        return new NewSecurityEvent.SecurityEventDetails(
                details.source(),
                details.category(),
                details.severity(),
                LogText.required("title", details.title(), TITLE_MAX),
                LogText.required("description", details.description(), DESCRIPTION_MAX),
                details.at());
    }

    private static NewSecurityEvent.SecurityEventOrigin where(NewSecurityEvent.SecurityEventOrigin origin) {
        return new NewSecurityEvent.SecurityEventOrigin(
                hash("ipAddress", origin.ipAddress()),
                hash("userAgent", origin.userAgent()),
                LogText.optional("platform", origin.platform(), 64),
                LogText.optional("location", origin.location(), 64));
    }

    /** Alerts from outside are equal if type and id are the same; without an id the title decides. Each keeps its own words and severity. */
    public static Finding toFinding(NewAlert alert, Instant now) {
        String title = LogText.required("title", alert.title(), TITLE_MAX);
        String id = LogText.optional("eventId", alert.eventId(), 64);
        return new Finding(
                "reported:" + alert.type(),
                id == null ? title : id,
                alert.type(),
                alert.severity(),
                title,
                LogText.required("description", alert.description(), DESCRIPTION_MAX),
                alert.responsePlaybook(),
                null,
                uuid(id),
                null,
                null,
                now,
                List.of());
    }

    public static String note(@Nullable String note) {
        String words = LogText.optional("note", note, 500);
        return words == null ? "" : words;
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException anotherKindOfId) {
            return null;
        }
    }

    /** A plain address would be personal data, and the plain hash of an address is guessed in a second. */
    public static @Nullable String hash(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!KEYED_HASH.matcher(text).matches()) {
            throw new InvalidField(field, "Send a keyed hash, 16 to 128 letters, digits, dashes or underscores.");
        }
        return text;
    }

    private static void metadata(String name, Object value) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidField("metadata", "Names start with a letter and have letters, digits and underscores.");
        }
        switch (value) {
            case String text -> LogText.checked("metadata." + name, text, VALUE_MAX);
            case Number number -> LogText.checked("metadata." + name, number.toString(), VALUE_MAX);
            case Boolean ignored -> {}
            default -> throw new InvalidField("metadata." + name, "A text, a number, true or false.");
        }
    }

    public static Map<String, Object> metadata(@Nullable Map<String, Object> metadata) {
        if (metadata == null) {
            return Map.of();
        }
        metadata.forEach((name, value) -> {
            if (value == null) {
                throw new InvalidField("metadata." + name, "Leave out what has no value.");
            }
        });
        return metadata;
    }

    public static List<String> tags(@Nullable List<String> tags) {
        if (tags == null) {
            return List.of();
        }
        tags.forEach(tag -> InvalidField.required("tags", tag));
        return tags;
    }
}
