package network.fanz.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import org.awaitility.Awaitility;

/** The letters that a program has sent to one address, as its sandbox's mailbox has them. */
public record Letters(RunningFanz program, String email) {
    /** The newest first. */
    public List<MailboxMessage> all() {
        Mailbox mailbox = program.bean(Mailbox.class);
        List<MailboxMessage> all = new ArrayList<>();
        UUID after = null;
        do {
            var page = mailbox.messages(after);
            page.items().stream().filter(message -> message.to().equals(email)).forEach(all::add);
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return all;
    }

    /** The newest of that subject, once it is carried. */
    public MailboxMessage titled(String subject) {
        return Awaitility.await("a letter titled " + subject)
                .until(
                        () -> all().stream()
                                .filter(letter -> letter.subject().equals(subject))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** What the first match of the pattern's group is in the newest letter of that subject. */
    public String found(String subject, String pattern) {
        String text = titled(subject).text();
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text))
                .group(1);
    }
}
