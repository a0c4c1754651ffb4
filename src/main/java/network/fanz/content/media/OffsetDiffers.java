package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A piece begins where the file does not end. */
@ProblemType(value = "upload-offset-differs", status = 409, title = "The upload stands elsewhere")
final class OffsetDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    OffsetDiffers() {
        super(
                "The file has come up to another byte than this piece begins at. Nothing was stored. Ask for the offset (HEAD) and go on from there.");
    }
}
