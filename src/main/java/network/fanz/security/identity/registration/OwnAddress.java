package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.Addressee;
import network.fanz.security.identity.LettersUsedUp;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signed-in account does about its own address: confirm it, and have the letter sent again. */
@Component
public final class OwnAddress {
    /** How many letters an account may ask for itself within the life of a link. */
    private static final int RESENT_MAX = 3;

    private final AccountStore accounts;
    private final AccountAccessStore access;
    private final PersonalData personal;
    private final MailedLinkStore links;
    private final EmailVerification verification;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnAddress(
            AccountStore accounts,
            AccountAccessStore accountAccess,
            PersonalData personal,
            MailedLinkStore mailedLinks,
            EmailVerification emailVerification,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.accounts = accounts;
        this.access = accountAccess;
        this.personal = personal;
        this.links = mailedLinks;
        this.verification = emailVerification;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws LinkNotGood if there is no such link, it is used or expired, or another account has confirmed the address */
    public void confirm(AccountId id, String token) {
        verification.confirm(id, token);
    }

    /** What the link is for; empty if it was used, has expired, or never was. */
    public Optional<MailedLink> link(AccountId asking, String token) {
        if (!OpaqueTokens.isWellFormed(token)) {
            return Optional.empty();
        }
        return links.emailLink(OpaqueTokens.hash(token), asking, clock.instant())
                .flatMap(found -> accounts.find(found.account())
                        .filter(row -> row.state() == AccountState.ACTIVE)
                        .map(row -> new MailedLink(
                                MailedLink.abridged(personal.email(row.id(), row.email())),
                                row.registeredAt(),
                                found.own())));
    }

    /**
     * An account has a few of these letters of its own, so what strangers do with the address takes none from its owner.
     *
     * @throws LettersUsedUp if the account's letters of today are on their way
     */
    public void resend(AccountId id) {
        transaction.executeWithoutResult(status -> {
            access.lock(id);
            AccountStore.AccountRow row = accounts.find(id).orElseThrow();
            if (row.emailVerifiedAt() != null) {
                return;
            }
            Instant now = clock.instant();
            List<Instant> ends = links.endsOfRequestedEmailLinks(id, now);
            if (ends.size() >= RESENT_MAX) {
                throw new LettersUsedUp(Duration.between(now, ends.getFirst()));
            }
            verification.mailLinkAgain(id, new Addressee(personal.email(id, row.email()), row.language()), now);
            audit.record(AuditAction.of("identity.resend_verification", id, "account:" + id));
        });
    }
}
