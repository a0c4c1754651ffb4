package network.fanz.platform.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter in the mailbox of the profile {@code local}, as its receiver would read it.
 *
 * @param about whom it is about: an account, or an invitation
 */
public record MailboxMessage(
        UUID id, @JsonIgnore UUID about, String to, String subject, String text, Instant writtenAt) {
    /** Never shows whom it is for or what it says. */
    @Override
    public String toString() {
        return "Letter[id=" + id + "]";
    }
}
