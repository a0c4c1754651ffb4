package network.fanz.platform.mail;

import java.util.UUID;

/** Carries a message to the person's own mail server, or as near as it gets. */
interface MailProvider {
    /**
     * Takes the message over; once this returns it is somebody else's to deliver. May be called again with the same id after a crash:
     * a provider that can tell passes the id on, so that the receiver can drop the second.
     *
     * @throws MailRejected if it did not take it this time
     */
    void deliver(UUID id, OutgoingMail mail);

    /** A word for logs and health, such as {@code smtp}. */
    String name();
}
