package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Bytes of the file are missing. */
@ProblemType(value = "upload-not-whole", status = 409, title = "The file has not come whole", passing = true)
public final class UploadNotWhole extends Problem {
    private static final long serialVersionUID = 1L;

    UploadNotWhole() {
        super("upload", "This file has not come whole yet. Send the rest of it first.");
    }
}
