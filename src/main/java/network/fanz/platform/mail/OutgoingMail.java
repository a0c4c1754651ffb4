package network.fanz.platform.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;

/**
 * A message to be sent by mail.
 *
 * @param about the person under whose key it is sealed: the account, or the invitation of a person who has none yet
 * @param to one email address
 * @param subject one line
 * @param text plain text, 64,000 characters at most
 */
public record OutgoingMail(UUID about, String to, String subject, String text) {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>\",;:@]{1,64}@[^\\s\\p{Cntrl}<>\",;:@]{1,190}");
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final int TEXT_MAX = 64_000;

    /** A line break in an address or a title would let its writer add headers of their own. */
    public OutgoingMail {
        if (!ADDRESS.matcher(to).matches()) {
            throw new InvalidField("email", "This is not an email address.");
        }
        if (!LINE.matcher(subject).matches()) {
            throw new IllegalArgumentException("A mail's subject is one line of 200 characters at most.");
        }
        if (text.isEmpty() || text.length() > TEXT_MAX) {
            throw new IllegalArgumentException("A mail's text has 1 to " + TEXT_MAX + " characters.");
        }
    }

    /** Never shows whom it is for or what it says. */
    @Override
    public String toString() {
        return "Message[about=" + about + "]";
    }
}
