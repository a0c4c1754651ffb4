package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.accounts.Letters;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.identity.sessions.Tokens;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out by a mailed link whether an address is its account's. */
@Component
public final class AddressProofs {
    /** So many letters an address gets within the life of a link. */
    private static final int LETTERS_MAX = 5;

    private final RegistrationStore accounts;
    private final ProofStore proofs;
    private final Letters letters;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    AddressProofs(
            RegistrationStore accounts,
            ProofStore proofs,
            Letters letters,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.letters = letters;
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
    void ask(RegistrationStore.NewRow row, String email) {
        boolean taken = accounts.isConfirmedElsewhere(row.emailLookup(), row.id());
        boolean enough = proofs.openEmailProofs(row.emailLookup(), row.at()) >= LETTERS_MAX;
        String token = Tokens.next();
        proofs.addEmailProof(Tokens.hash(token), row.id(), row.at(), row.at().plus(settings.emailProofLife()));
        if (enough) {
            return;
        }
        if (taken) {
            letters.alreadyRegistered(row.id(), email);
        } else {
            letters.verifyEmail(row.id(), email, token, settings.emailProofLife());
        }
    }

    /**
     * Only the signed-in account itself can confirm its address: whoever gets the mail of an account that a stranger opened in their name
     * does not know its password, and so cannot confirm it by mistake.
     *
     * @throws LinkNotGood if the link is none, is used up or too old, or the address is confirmed elsewhere
     */
    public void confirm(AccountId account, String token) {
        if (!Tokens.hasForm(token)) {
            throw new LinkNotGood();
        }
        try {
            transaction.executeWithoutResult(status -> confirm(account, Tokens.hash(token), clock.instant()));
        } catch (DuplicateKeyException another) {
            // Another account with the address was confirmed at the same moment.
            throw new LinkNotGood();
        }
    }

    private void confirm(AccountId account, byte[] tokenHash, Instant now) {
        if (!proofs.takeEmailProof(tokenHash, account, now) || !accounts.verifyEmail(account, now)) {
            throw new LinkNotGood();
        }
        events.append(new EmailVerified(account, now));
        audit.record(Action.of("identity.verify_email", account, "account:" + account));
    }
}
