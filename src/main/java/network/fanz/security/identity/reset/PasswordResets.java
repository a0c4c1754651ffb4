package network.fanz.security.identity.reset;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Origin;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.Letters;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.events.PasswordReset;
import network.fanz.security.identity.passwords.Passwords;
import network.fanz.security.identity.sessions.SessionTable;
import network.fanz.security.identity.sessions.Tokens;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New passwords for those who forgot theirs. Asking only writes the address down, which is the same work for every address; a job finds the
 * account and writes the letter. The second factor is not touched: whoever reads the mail of an account that has one still needs it.
 */
@Component
public final class PasswordResets {
    private static final int EMAIL_MAX = 254;
    private static final int BATCH_MAX = 100;
    /** So many links of an account are good at once: whoever asks in another's name can neither fill the mailbox nor keep its owner out. */
    private static final int OPEN_MAX = 3;
    /** An address may stand on several accounts as long as none of them has confirmed it. */
    private static final int ACCOUNTS_MAX = 5;

    private final PasswordResetStore store;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final Passwords passwords;
    private final SessionTable sessions;
    private final RateLimits limits;
    private final Letters letters;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    PasswordResets(
            PasswordResetStore store,
            AccountStore accounts,
            PersonalData personal,
            Passwords passwords,
            SessionTable sessions,
            RateLimits limits,
            Letters letters,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.accounts = accounts;
        this.personal = personal;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limits = limits;
        this.letters = letters;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    public void ask(String email, Origin origin) {
        if (!email.contains("@") || email.length() > EMAIL_MAX) {
            throw new InvalidField("email", "This is not an e-mail address.");
        }
        byte[] lookup = personal.lookup(email);
        limits.require("password-reset", HexFormat.of().formatHex(lookup) + "/" + origin.addressHash());
        store.ask(Ids.next(clock), lookup, clock.instant());
    }

    /** Answers what has been asked, by mail to those who have an account. A crash half-way leaves it all to be done again. */
    public void deliver() {
        int taken;
        do {
            taken = transaction.execute(status -> {
                List<byte[]> asked = store.take(BATCH_MAX);
                asked.forEach(this::write);
                return asked.size();
            });
        } while (taken == BATCH_MAX && !Thread.currentThread().isInterrupted());
    }

    /** Where the address is confirmed, that account's letter; else one for each account that somebody opened with it. */
    private void write(byte[] lookup) {
        List<AccountStore.Row> active = accounts.byEmail(lookup).stream()
                .filter(row -> row.state() == AccountState.ACTIVE)
                .toList();
        List<AccountStore.Row> confirmed =
                active.stream().filter(row -> row.emailVerifiedAt() != null).toList();
        (confirmed.isEmpty() ? active : confirmed).stream().limit(ACCOUNTS_MAX).forEach(this::write);
    }

    private void write(AccountStore.Row row) {
        Instant now = clock.instant();
        if (store.open(row.id(), now) >= OPEN_MAX) {
            return;
        }
        String token = Tokens.next();
        store.addProof(Tokens.hash(token), row.id(), now, now.plus(settings.passwordProofLife()));
        letters.resetPassword(row, token, settings.passwordProofLife());
        audit.record(Action.of("identity.mail_password_reset", null, "account:" + row.id()));
    }

    public void complete(String token, String password) {
        AccountStore.Row row = account(token);
        String email = personal.email(row.id(), row.email());
        passwords.accept(
                password,
                Set.of(
                        email.substring(0, email.indexOf('@')),
                        email,
                        personal.account(row).name()));
        byte[] hash = passwords.hash(password, PersonalData.normal(email));
        transaction.executeWithoutResult(status -> change(row.id(), token, hash));
    }

    private AccountStore.Row account(String token) {
        if (!Tokens.hasForm(token)) {
            throw new LinkNotGood();
        }
        return store.account(Tokens.hash(token), clock.instant())
                .flatMap(accounts::find)
                .filter(row -> row.state() == AccountState.ACTIVE)
                .orElseThrow(LinkNotGood::new);
    }

    private void change(AccountId account, String token, byte[] hash) {
        Instant now = clock.instant();
        if (!store.takeProof(Tokens.hash(token), now) || !store.setPassword(account, hash, Passwords.SCHEME)) {
            throw new LinkNotGood();
        }
        store.deleteProofs(account);
        sessions.endAll(account, null);
        letters.passwordChanged(account);
        events.append(new PasswordReset(account, now));
        audit.record(Action.of("identity.reset_password", account, "account:" + account));
    }
}
