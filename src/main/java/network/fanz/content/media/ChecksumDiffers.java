package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** What came is not what was sent (tus 1.0.0, checksum extension). */
@ProblemType(value = "upload-checksum-differs", status = 460, title = "The piece was damaged on its way")
final class ChecksumDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    ChecksumDiffers() {
        super("The checksum of this piece is another than was sent with it. Nothing of it was stored. Send it again.");
    }
}
