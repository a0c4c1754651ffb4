package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A work has this file: it belongs to no other, and is not deleted alone. */
@ProblemType(value = "upload-in-use", status = 409, title = "The file belongs to a work")
public final class UploadInUse extends Problem {
    private static final long serialVersionUID = 1L;

    UploadInUse() {
        super("upload", "This file belongs to one of your works, and stays with it.");
    }
}
