package network.fanz.content.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/** The headers of tus 1.0.0 (https://tus.io/protocols/resumable-upload). */
final class TusHeaders {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination";

    private static final int METADATA_MAX = 2048;
    private static final String FILE_NAME = "filename";

    private TusHeaders() {}

    /** @throws InvalidField if it is no whole number, or below nothing */
    static long number(String header, String text) {
        long number;
        try {
            number = CanonicalText.number(text);
        } catch (IllegalArgumentException other) {
            throw new InvalidField(header, "This is a whole number.");
        }
        if (number < 0) {
            throw new InvalidField(header, "This is a whole number from 0 on.");
        }
        return number;
    }

    /**
     * What the sender calls the file; other keys than {@code filename} are not kept.
     *
     * @throws InvalidField if it cannot be read
     */
    static @Nullable String fileName(@Nullable String metadata) {
        if (metadata == null || metadata.isBlank()) {
            return null;
        }
        if (metadata.length() > METADATA_MAX) {
            throw new InvalidField(METADATA, "This is too long.");
        }
        Map<String, String> pairs = new HashMap<>();
        for (String pair : metadata.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts[0].isEmpty() || parts.length > 2) {
                throw new InvalidField(METADATA, "Send pairs of a key and a value in Base64, with commas between.");
            }
            if (pairs.put(parts[0], parts.length == 1 ? "" : text(parts[1])) != null) {
                throw new InvalidField(METADATA, "Send each key once.");
            }
        }
        return pairs.get(FILE_NAME);
    }

    private static String text(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException other) {
            throw new InvalidField(METADATA, "Send pairs of a key and a value in Base64, with commas between.");
        }
    }

    static String metadata(String fileName) {
        return FILE_NAME + " " + Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8));
    }

    /** As HTTP writes times (RFC 9110, 5.6.7). */
    static String time(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
