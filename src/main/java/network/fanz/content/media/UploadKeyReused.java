package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The key has begun an upload of another length. */
@ProblemType(value = "upload-differs", status = 422, title = "This key was used for another upload")
final class UploadKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    UploadKeyReused() {
        super("Send a new Idempotency-Key for a file of another length.");
    }
}
