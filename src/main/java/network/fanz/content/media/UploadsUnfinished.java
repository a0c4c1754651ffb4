package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account has begun as many files as it may have unfinished. */
@ProblemType(value = "uploads-unfinished", status = 422, title = "Too many unfinished uploads", passing = true)
final class UploadsUnfinished extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most unfinished files of one account */
    UploadsUnfinished(int most) {
        super(Sentence.of(
                "You have {0} files that are not finished, and may not have more. Finish or delete one first.", most));
    }
}
