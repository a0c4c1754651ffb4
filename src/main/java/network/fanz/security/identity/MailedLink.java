package network.fanz.security.identity;

import java.time.Instant;

/**
 * A link from a letter that is still good, for a page that says whose it is before it is used.
 *
 * @param address the email address to which it was sent, with most of the part before the @ left out: whoever holds the link may have
 *     it from somebody else than its receiver
 * @param accountSince when the account was opened that it is for
 * @param own whether it is for the asking account's own email address; false if nobody is signed in
 */
public record MailedLink(String address, Instant accountSince, boolean own) {
    /** The first letter, and what stands behind the last @. */
    public static String abridged(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, Math.min(1, at)) + "…" + address.substring(at);
    }

    /** Never shows the address. */
    @Override
    public String toString() {
        return "MailedLink[own=" + own + "]";
    }
}
