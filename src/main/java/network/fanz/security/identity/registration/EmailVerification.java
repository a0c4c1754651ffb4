package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out by a mailed link whether an address is its account's. */
@Component
public final class EmailVerification {
    /** So many letters an address gets within the life of a link. */
    private static final int MAILS_MAX = 5;

    private final RegistrationStore accounts;
    private final MailedLinkStore links;
    private final AccountMails mails;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    EmailVerification(
            RegistrationStore accounts,
            MailedLinkStore proofs,
            AccountMails accountMails,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.links = proofs;
        this.mails = accountMails;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The owner of a confirmed address learns that somebody tried; anybody else gets the link that confirms it. A link is made either way,
     * so that both are the same work; the one that nobody gets could not confirm an address that is confirmed elsewhere. An address gets a
     * few such letters as long as their links are good: whoever types another's address again and again does not fill that mailbox.
     */
    void mailLink(RegistrationStore.NewAccountRow row, String email) {
        boolean taken = accounts.isConfirmedElsewhere(row.emailLookup(), row.id());
        boolean enough = links.countOpenEmailLinks(row.emailLookup(), row.at()) >= MAILS_MAX;
        String token = OpaqueTokens.generate();
        links.addEmailLink(
                OpaqueTokens.hash(token), row.id(), row.at(), row.at().plus(settings.emailProofLife()));
        if (enough) {
            return;
        }
        if (taken) {
            mails.alreadyRegistered(row.id(), email);
        } else {
            mails.verifyEmail(row.id(), email, token, settings.emailProofLife());
        }
    }

    /**
     * Only the signed-in account itself can confirm its address: whoever gets the mail of an account that a stranger opened in their name
     * does not know its password, and so cannot confirm it by mistake.
     *
     * @throws LinkNotGood if the link is none, is used up or too old, or the address is confirmed elsewhere
     */
    public void confirm(AccountId account, String token) {
        if (!OpaqueTokens.isWellFormed(token)) {
            throw new LinkNotGood();
        }
        try {
            transaction.executeWithoutResult(status -> confirm(account, OpaqueTokens.hash(token), clock.instant()));
        } catch (DuplicateKeyException another) {
            // Another account with the address was confirmed at the same moment.
            throw new LinkNotGood();
        }
    }

    private void confirm(AccountId account, byte[] tokenHash, Instant now) {
        if (!links.takeEmailLink(tokenHash, account, now) || !accounts.verifyEmail(account, now)) {
            throw new LinkNotGood();
        }
        events.append(new EmailVerified(account, now));
        audit.record(AuditAction.of("identity.verify_email", account, "account:" + account));
    }
}
