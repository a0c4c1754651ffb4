package network.fanz.security.identity.address;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AddressChangeState;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.identity.signin.OwnPassword;
import network.fanz.security.identity.signin.SessionRevocation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for another email address, has the letters sent again, and calls it off. */
@Component
public final class AddressChanges {
    /** How many letters to new addresses an account causes within the life of a link. */
    private static final int LETTERS_MAX = 6;

    /** How many letters of this kind one mailbox gets within the life of a link, before only new networks cause another. */
    private static final int TO_MAILBOX_MAX = 5;

    private final AddressChangeStore store;
    private final AddressLetters letters;
    private final NewAddress newAddress;
    private final SessionRevocation sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    AddressChanges(
            AddressChangeStore store,
            AddressLetters addressLetters,
            NewAddress newAddress,
            SessionRevocation sessionRevocation,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.letters = addressLetters;
        this.newAddress = newAddress;
        this.sessions = sessionRevocation;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Writes to both mailboxes; a change that waited before has lapsed. Whether the new address has an account is told to its mailbox alone.
     *
     * @throws InvalidField if the text is no address or the account's own, if the password is not the account's, or if too many letters
     *     are on their way
     */
    public void ask(SignInProof proof, String email, String password, Origin origin) {
        AccountId account = proof.account();
        NewAddress.CheckedAddress wanted = newAddress.check(account, email, password, origin);
        transaction.executeWithoutResult(status -> {
            sessions.requireAlive(proof);
            Instant now = clock.instant();
            requireLettersLeft(account, wanted.lookup(), origin, now);
            store.end(account, AddressChangeState.LAPSED);
            UUID id = Ids.next(clock);
            Instant until = now.plus(settings.emailProofLife());
            // The password may have been changed while it was hashed here.
            if (!store.add(id, account, wanted, PasswordHasher.SCHEME, now, until)) {
                throw OwnPassword.notTheirs("password");
            }
            record("identity.ask_address_change", account);
            letters.writeBoth(account, origin, now);
        });
    }

    /**
     * Writes to both mailboxes again; the links of the first letters stay good.
     *
     * @throws NotFound if no change waits
     * @throws InvalidField if too many letters are on their way
     */
    public void resend(SignInProof proof, Origin origin) {
        AccountId account = proof.account();
        transaction.executeWithoutResult(status -> {
            sessions.requireAlive(proof);
            Instant now = clock.instant();
            AddressChangeStore.OpenChange open =
                    store.open(account, now).orElseThrow(() -> new NotFound("address change"));
            requireLettersLeft(account, open.lookup(), origin, now);
            record("identity.resend_address_change", account);
            letters.writeBoth(account, origin, now);
        });
    }

    /** @throws NotFound if no change waits */
    public void cancel(AccountId account) {
        transaction.executeWithoutResult(status -> {
            if (!store.end(account, AddressChangeState.CANCELLED)) {
                throw new NotFound("address change");
            }
            record("identity.cancel_address_change", account);
        });
    }

    private void requireLettersLeft(AccountId account, byte[] lookup, Origin origin, Instant now) {
        if (store.letters(account, now) >= LETTERS_MAX) {
            throw new InvalidField(
                    "email",
                    "You have asked for several letters lately. Ask for another once the links of the first have run out.");
        }
        if (!store.lettersTo(lookup, origin.addressHash(), now).allowAnother(TO_MAILBOX_MAX)) {
            throw new InvalidField(
                    "email",
                    "Several letters about this address are on their way already. Ask for another once their links have run out.");
        }
    }

    private void record(String action, AccountId account) {
        audit.record(AuditAction.of(action, account, "account:" + account));
    }
}
