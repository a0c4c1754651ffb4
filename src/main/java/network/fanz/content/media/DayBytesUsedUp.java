package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account has sent as many bytes as it may in a day. */
@ProblemType(value = "upload-bytes-of-the-day", status = 429, title = "The day's bytes are used up", passing = true)
final class DayBytesUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param most bytes of a day */
    DayBytesUsedUp(long most) {
        super(Sentence.of(
                "You may send {0} bytes in 24 hours; with this file it would be more. Try again tomorrow.", most));
    }
}
