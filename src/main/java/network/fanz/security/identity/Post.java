package network.fanz.security.identity;

import java.util.UUID;

/** What carries this module's mails away. */
interface Post {
    /** @param about the account or invitation that the mail is about */
    void send(UUID about, String email, String subject, String text);
}
