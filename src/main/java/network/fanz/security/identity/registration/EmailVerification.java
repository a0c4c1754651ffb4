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

/** Verifies by a mailed link that an address belongs to its account. */
@Component
public final class EmailVerification {
    /** How many mails an address gets within the life of a link. */
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
            MailedLinkStore mailedLinks,
            AccountMails accountMails,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.links = mailedLinks;
        this.mails = accountMails;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * If another account has confirmed the address, its owner gets a mail about the attempt. Otherwise the address gets the link that
     * confirms it. A link is made in both cases, so that both do the same work; the unsent link could not confirm an address that another
     * account has confirmed. An address gets only a few such mails while their links are valid, so that a stranger cannot fill a mailbox by
     * entering its address again and again.
     */
    void mailLink(RegistrationStore.NewAccountRow row, String email) {
        boolean taken = accounts.isConfirmedElsewhere(row.emailLookup(), row.id());
        boolean limitReached = links.countOpenEmailLinks(row.emailLookup(), row.at()) >= MAILS_MAX;
        String token = OpaqueTokens.generate();
        links.addEmailLink(
                OpaqueTokens.hash(token), row.id(), row.at(), row.at().plus(settings.emailProofLife()));
        if (limitReached) {
            return;
        }
        if (taken) {
            mails.alreadyRegistered(row.id(), email);
        } else {
            mails.verifyEmail(row.id(), email, token, settings.emailProofLife());
        }
    }

    /**
     * Only the signed-in account itself can confirm its address. A stranger may open an account with another person's address. That person
     * gets the mail, but does not know the account's password, and so cannot confirm it by mistake.
     *
     * @throws LinkNotGood if there is no such link, it is used or expired, or another account has confirmed the address
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
