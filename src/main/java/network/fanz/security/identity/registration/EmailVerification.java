package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Language;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Addressee;
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
final class EmailVerification {
    /** How many letters registrations cause to one address within the life of a link, before only new networks cause another. */
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
            @Steady Clock clock,
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
     * account has confirmed. An address gets few such mails while their links are valid, so that a stranger cannot fill a mailbox by
     * entering its address again and again; see {@link network.fanz.security.identity.accounts.OpenLinks}.
     */
    void mailLink(RegistrationStore.NewAccountRow row, EmailAddress email, Origin origin) {
        boolean wanted = links.openEmailLinks(row.emailLookup(), origin.addressHash(), row.at())
                .allowAnother(MAILS_MAX);
        Optional<Language> owner = accounts.ownerElsewhere(row.emailLookup(), row.id());
        String token = addLink(row.id(), origin.addressHash(), row.at());
        if (wanted) {
            send(row.id(), new Addressee(email.mailbox(), row.language()), owner, token);
        }
    }

    /** The same for a signed-in account that asks for it: what strangers do with the address is not counted. */
    void mailLinkAgain(AccountId account, Addressee to, Instant now) {
        send(account, to, accounts.ownerElsewhere(account), addLink(account, MailedLinkStore.OWNER, now));
    }

    private String addLink(AccountId account, String causedFrom, Instant at) {
        String token = OpaqueTokens.generate();
        links.addEmailLink(OpaqueTokens.hash(token), account, causedFrom, at, at.plus(settings.emailProofLife()));
        return token;
    }

    /** @param owner the language of whoever has confirmed the address already */
    private void send(AccountId account, Addressee to, Optional<Language> owner, String token) {
        owner.ifPresentOrElse(
                language -> mails.alreadyRegistered(account, new Addressee(to.email(), language)),
                () -> mails.verifyEmail(account, to, token, settings.emailProofLife()));
    }

    /**
     * Only the signed-in account itself can confirm its address. A stranger may open an account with another person's address. That person
     * gets the mail, but does not know the account's password, and so cannot confirm it by mistake.
     *
     * @throws LinkNotGood if there is no such link, it is used or expired, or another account has confirmed the address
     */
    void confirm(AccountId account, String token) {
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
        if (!links.takeEmailLink(tokenHash, account, now) || !verify(account, now)) {
            throw new LinkNotGood();
        }
    }

    /**
     * The same where an invitation's letter has shown that the mailbox is read, in the caller's transaction.
     *
     * @return false if another account has confirmed the address
     */
    boolean confirmByInvitation(AccountId account, Instant now) {
        try {
            return verify(account, now);
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    private boolean verify(AccountId account, Instant now) {
        if (!accounts.verifyEmail(account, now)) {
            return false;
        }
        events.append(new EmailVerified(account, now));
        audit.record(AuditAction.of("identity.verify_email", account, "account:" + account));
        return true;
    }
}
