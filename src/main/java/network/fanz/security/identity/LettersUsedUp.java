package network.fanz.security.identity;

import java.time.Duration;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The account has asked for as many letters as it may while their links are good. */
@ProblemType(value = "letters-used-up", status = 429, title = "Several letters are on their way")
public final class LettersUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** @param wait until another may be asked for */
    public LettersUsedUp(Duration wait) {
        super("We have sent you several letters, and the link in each of them is good. Look among unwanted mail, too.");
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    @Override
    public Long retryAfterSeconds() {
        return seconds;
    }
}
