package network.fanz.security.identity;

import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.security.identity.terms.TermsAcceptances;
import network.fanz.security.identity.terms.TermsInForce;
import network.fanz.security.identity.terms.TermsPublishing;
import org.springframework.stereotype.Component;

/** The operator's terms of use: what is in force, what was, and who has accepted it. See {@code docs/adr/terms-and-consents.md}. */
@Component
public class Terms {
    private final TermsInForce termsInForce;
    private final TermsPublishing publishing;
    private final TermsAcceptances acceptances;

    Terms(TermsInForce termsInForce, TermsPublishing termsPublishing, TermsAcceptances termsAcceptances) {
        this.termsInForce = termsInForce;
        this.publishing = termsPublishing;
        this.acceptances = termsAcceptances;
    }

    /** The version in force; empty if none is yet. */
    public Optional<TermsText> inForce() {
        return termsInForce.text();
    }

    /** Whether a version is in force, as this node has last seen it, some seconds ago at most: for a page's foot. */
    public boolean isAnyInForce() {
        return termsInForce.isAny();
    }

    /** A version, in force or not. */
    public Optional<TermsText> version(int number) {
        return publishing.version(number);
    }

    /** All versions, newest first; at most 200. */
    public List<TermsVersion> versions() {
        return publishing.versions();
    }

    /** The versions that an account has not accepted, up to the one in force, newest first; at most 200. */
    public List<TermsVersion> newTo(AccountId account) {
        return acceptances.newTo(account);
    }

    /** Whether the account has accepted any version before. */
    public boolean hasAcceptedAny(AccountId account) {
        return acceptances.hasAcceptedAny(account);
    }

    /** How many accounts have accepted a version. */
    public long accepted(int number) {
        return acceptances.count(number);
    }

    /**
     * Publishes a version. It can never be changed or taken back; another can take its place. Audited as {@code identity.publish_terms}.
     *
     * @throws network.fanz.common.InvalidField if a field is missing or too long, the number is not the next one, or the time is past
     */
    public TermsVersion publish(AccountId by, NewTerms terms) {
        TermsVersion published = publishing.publish(by, terms);
        termsInForce.lookAgain();
        return published;
    }

    /**
     * Accepts the version in force; a second time it changes nothing. Audited as {@code identity.accept_terms}.
     *
     * @throws TermsChanged if a newer one is in force
     * @throws network.fanz.common.InvalidField if this one is not in force
     */
    public void accept(AccountId account, int number) {
        acceptances.accept(account, number);
    }
}
