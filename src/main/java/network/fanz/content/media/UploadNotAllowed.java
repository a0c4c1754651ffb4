package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A creator may not upload now; the detail says why, and where to go. */
@ProblemType(value = "upload-not-allowed", status = 409, title = "You cannot upload yet", passing = true)
final class UploadNotAllowed extends Problem {
    private static final long serialVersionUID = 1L;

    UploadNotAllowed(Sentence why) {
        super(why);
    }
}
