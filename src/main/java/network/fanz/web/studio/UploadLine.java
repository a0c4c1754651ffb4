package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import network.fanz.content.media.Upload;
import network.fanz.content.media.UploadState;
import network.fanz.content.media.UploadType;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its owner's list shows it.
 *
 * @param name what its owner called it; null if nothing
 * @param kind what it is, such as {@code MP4}; null until that is known
 * @param size how much of it has come, of how much
 * @param inWork whether a work was made of it; its owner then cannot delete it
 * @param expires when an unfinished one is deleted; null for one that has come whole
 */
public record UploadLine(
        UUID id,
        @Nullable String name,
        @Nullable String kind,
        String size,
        boolean whole,
        boolean inWork,
        Instant begun,
        @Nullable Instant expires) {
    static UploadLine of(Upload upload, boolean inWork) {
        boolean whole = upload.state() == UploadState.RECEIVED;
        return new UploadLine(
                upload.id(),
                upload.fileName(),
                upload.type() == null ? null : kind(upload.type()),
                whole
                        ? ByteText.of(upload.length())
                        : say("{0} of {1}", ByteText.of(upload.received()), ByteText.of(upload.length())),
                whole,
                inWork,
                upload.createdAt(),
                whole ? null : upload.expiresAt());
    }

    static String kind(UploadType type) {
        return switch (type) {
            case QUICKTIME -> "MOV";
            case MATROSKA -> "MKV";
            case WEBP -> "WebP";
            case WEBM -> "WebM";
            case JPEG, PNG, MP4 -> type.name().toUpperCase(Locale.ROOT);
        };
    }
}
