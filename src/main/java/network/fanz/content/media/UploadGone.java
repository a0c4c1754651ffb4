package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An upload whose bytes are deleted. */
@ProblemType(value = "upload-gone", status = 410, title = "The upload is gone")
final class UploadGone extends Problem {
    private static final long serialVersionUID = 1L;

    UploadGone() {
        super("This file was deleted, was of a kind that is not taken, or waited too long for the rest. Send it anew.");
    }
}
