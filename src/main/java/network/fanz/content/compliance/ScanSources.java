package network.fanz.content.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.Pictures;
import network.fanz.content.media.Upload;
import network.fanz.content.media.UploadFiles;
import network.fanz.content.media.UploadState;
import network.fanz.content.media.UploadType;
import network.fanz.content.media.Uploads;
import org.springframework.stereotype.Component;

/** The files that creators have sent, as sources of pictures of documents. */
@Component
class ScanSources {
    private static final Set<UploadType> TAKEN = Set.of(UploadType.JPEG, UploadType.PNG, UploadType.WEBP);

    /** Pixels. */
    private static final int SIDE_MIN = 150;

    private final Uploads uploads;
    private final UploadFiles files;
    private final Pictures pictures;

    ScanSources(Uploads uploads, UploadFiles files, Pictures pictures) {
        this.uploads = uploads;
        this.files = files;
        this.pictures = pictures;
    }

    /**
     * A whole picture of theirs that can be read, large enough to show a document. A person looks at it later; this is no examination.
     *
     * @throws network.fanz.content.media.PicturesBusy if others are read for too long
     */
    Upload picture(UUID upload, AccountId creator) {
        Upload file = uploads.find(upload, creator);
        if (file.state() != UploadState.RECEIVED) {
            throw new InvalidField("upload", "This file has not come whole yet.");
        }
        if (!TAKEN.contains(file.type())) {
            throw new InvalidField("upload", "This is no picture: choose a JPEG, a PNG or a WebP.");
        }
        if (file.length() > DocumentScans.BYTES_MAX) {
            throw new InvalidField("upload", "This picture is too large: send one of 20 MB at most.");
        }
        requireReadable(upload);
        return file;
    }

    private void requireReadable(UUID upload) {
        try {
            int shorter =
                    pictures.stored(pictures.bytes(upload), image -> Math.min(image.getWidth(), image.getHeight()));
            if (shorter < SIDE_MIN) {
                throw new InvalidField(
                        "upload",
                        Sentence.of(
                                "This picture is too small to read a document: it needs {0} pixels on each side.",
                                SIDE_MIN));
            }
        } catch (PictureRefused unreadable) {
            throw new InvalidField(
                    "upload", "This picture cannot be read. Take it again, or send it as a plain JPEG or PNG.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the transaction of whoever keeps it. */
    String take(Upload file, AccountId creator) {
        return files.claim(file.id(), creator).type().mediaType();
    }
}
