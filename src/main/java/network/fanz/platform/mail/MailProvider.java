package network.fanz.platform.mail;

import java.util.UUID;

/** Carries a message to the person's own mail server, or as near as it gets. */
interface MailProvider {
    /**
     * Takes the message over; once this returns the provider is responsible for delivery. May be called again with the same id
     * after a crash. A provider that can passes the id on, so that the receiver can drop the second message.
     *
     * @throws MailRejected if it did not take it this time
     */
    void deliver(UUID id, OutgoingMail mail);

    /** A word for logs and health, such as {@code smtp}. */
    String name();
}
