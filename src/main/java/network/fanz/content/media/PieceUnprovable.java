package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A piece with a checksum, of which nothing counts before its last byte, is longer than what is stored without a proof. */
@ProblemType(value = "upload-piece-unprovable", status = 413, title = "The piece is too long for a checksum")
final class PieceUnprovable extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most bytes of one with a checksum */
    PieceUnprovable(long most) {
        super(Sentence.of(
                "A piece with a checksum may have {0} bytes. Nothing of it was stored. Send smaller pieces.", most));
    }
}
