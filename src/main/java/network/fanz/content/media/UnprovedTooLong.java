package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A piece with a checksum, of which nothing counts before its last byte, takes longer than its bytes are kept without a proof. */
@ProblemType(value = "upload-unproved", status = 408, title = "The piece took too long to be proved")
final class UnprovedTooLong extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param minutes within which it must come whole */
    UnprovedTooLong(long minutes) {
        super(Sentence.of(
                "A piece with a checksum has to come whole within {0} minutes. Nothing of it was stored. Send smaller pieces.",
                minutes));
    }
}
