package network.fanz.content.compliance;

import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
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

    private final Uploads uploads;
    private final UploadFiles files;

    ScanSources(Uploads uploads, UploadFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** A whole picture of theirs. */
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
        return file;
    }

    /** In the transaction of whoever keeps it. */
    String take(Upload file, AccountId creator) {
        return files.claim(file.id(), creator).type().mediaType();
    }
}
