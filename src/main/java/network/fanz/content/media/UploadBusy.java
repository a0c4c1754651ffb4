package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A second writer while the first one writes. */
@ProblemType(value = "upload-busy", status = 409, title = "The upload is being written")
final class UploadBusy extends Problem {
    private static final long serialVersionUID = 1L;

    UploadBusy() {
        super(
                "Somebody else sends this file right now: another tab, or a connection that has not ended yet. Nothing was stored. Try again in a moment.");
    }
}
