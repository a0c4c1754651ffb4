package network.fanz.testing;

import java.util.List;
import java.util.UUID;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;

/**
 * A letter as it could be sent, for the list of all letters.
 *
 * @param from the method that writes it, by class and name
 * @param reader who gets it
 * @param when what makes it be sent, a sentence
 */
public record SampleLetter(String from, String reader, String when, String subject, String text) {
    /** The letter to an address that a program sends now, with what differs from run to run made the same. */
    public static SampleLetter sent(
            RunningFanz program, String email, String from, String reader, String when, Runnable sending) {
        Mailbox mailbox = program.bean(Mailbox.class);
        List<UUID> before =
                mailbox.messages(null).items().stream().map(MailboxMessage::id).toList();
        sending.run();
        program.run("mail.deliver");
        MailboxMessage sent = mailbox.messages(null).items().stream()
                .filter(message ->
                        !before.contains(message.id()) && message.to().equals(email))
                .findFirst()
                .orElseThrow();
        return new SampleLetter(from, reader, when, sent.subject(), same(sent.text()));
    }

    private static String same(String text) {
        return text.replaceAll("https?://([a-z]+)\\.[a-z.]*localhost:[0-9]+", "https://$1.fanz.example")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
                .replaceAll(
                        "opened with this email address on \\d{4}-\\d\\d-\\d\\d",
                        "opened with this email address on 2026-03-01");
    }
}
