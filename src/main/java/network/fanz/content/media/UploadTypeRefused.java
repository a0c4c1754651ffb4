package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The file's first bytes are of no kind that may be uploaded. */
@ProblemType(value = "upload-type-refused", status = 415, title = "A kind of file that is not taken")
final class UploadTypeRefused extends Problem {
    private static final long serialVersionUID = 1L;

    UploadTypeRefused() {
        super(
                "By its first bytes this file is none of these: JPEG, PNG, WebP, MP4, MOV, WebM, MKV. Its name does not count. It was deleted.");
    }
}
