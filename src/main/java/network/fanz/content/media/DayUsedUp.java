package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account has begun as many files as it may in a day. */
@ProblemType(value = "uploads-of-the-day", status = 429, title = "The day's uploads are used up", passing = true)
final class DayUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most files that may be begun */
    DayUsedUp(int most) {
        super(Sentence.of("You may begin {0} files in 24 hours, and have.", most));
    }
}
