package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More bytes than were announced when the upload began. */
@ProblemType(value = "upload-piece-too-long", status = 413, title = "The piece is longer than the file")
final class PieceTooLong extends Problem {
    private static final long serialVersionUID = 1L;

    PieceTooLong() {
        super("This piece has more bytes than are missing. None beyond the announced length was stored.");
    }
}
