package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account has as many bytes as it may. */
@ProblemType(value = "upload-space-used-up", status = 422, title = "Your space is used up", passing = true)
final class SpaceUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most bytes of all files */
    SpaceUsedUp(long most) {
        super(Sentence.of(
                "You may have {0} bytes of files in all; with this one it would be more. Delete one, or take a work back, first.",
                most));
    }
}
