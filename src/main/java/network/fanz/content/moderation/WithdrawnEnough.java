package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** More hashes of a bank for child safety are withdrawn than one person may withdraw. */
@ProblemType(value = "withdrawn-enough", status = 409, title = "That is enough for a day")
public final class WithdrawnEnough extends Problem {
    private static final long serialVersionUID = 1L;

    WithdrawnEnough(int most) {
        super(Sentence.of(
                "{0} hashes of a bank for child safety can be withdrawn in a day. If more of them are wrong, two people switch the bank off.",
                most));
    }
}
