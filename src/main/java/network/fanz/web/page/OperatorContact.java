package network.fanz.web.page;

import org.jspecify.annotations.Nullable;

/**
 * Who runs this installation, as far as its settings say; pages make nothing up.
 *
 * @param contact an email address, or the address of a page; null if none is named
 * @param terms where the operator's terms of use stand: a page of ours, or an address elsewhere; null if there are none
 */
public record OperatorContact(
        @Nullable String contact, @Nullable String terms) {
    OperatorContact withTerms(String page) {
        return new OperatorContact(contact, page);
    }

    /** Where a link to the contact leads; null if none is named. */
    public @Nullable String contactLink() {
        return contact == null || contact.startsWith("http") ? contact : "mailto:" + contact;
    }
}
