package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A writer that was taken for dead comes back. */
@ProblemType(value = "upload-taken-over", status = 409, title = "Another connection goes on with the upload")
final class UploadTakenOver extends Problem {
    private static final long serialVersionUID = 1L;

    UploadTakenOver() {
        super(
                "Another connection has taken this upload over. What it acknowledged counts. Ask for the offset (HEAD) and go on from there.");
    }
}
