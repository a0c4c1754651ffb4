package network.fanz.security.identity.reset;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Ids;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.OpenLinks;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.attempts.SignInAttemptStore;
import network.fanz.security.identity.events.PasswordReset;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New passwords for owners who forgot theirs. A request only stores the address, which is the same work for every address; a job finds the
 * account and writes the mail. The second factor stays: a stranger who reads the account's mail still needs it.
 */
@Component
public final class PasswordResets {
    private static final int BATCH_MAX = 100;
    /**
     * How many links of an account are valid at once. A stranger who requests links for another's account can neither fill the mailbox nor
     * block the owner.
     */
    private static final int OPEN_MAX = 3;
    /** An address may belong to several accounts while none of them has confirmed it. */
    private static final int ACCOUNTS_MAX = 5;

    private final PasswordResetStore store;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final NewPassword newPassword;
    private final SignInAttemptStore attempts;
    private final IdentitySessionRepository sessions;
    private final RateLimits limits;
    private final AccountMails mails;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    PasswordResets(
            PasswordResetStore store,
            AccountStore accounts,
            PersonalData personal,
            NewPassword newPassword,
            SignInAttemptStore signInAttempts,
            IdentitySessionRepository sessions,
            RateLimits limits,
            AccountMails accountMails,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.accounts = accounts;
        this.personal = personal;
        this.newPassword = newPassword;
        this.attempts = signInAttempts;
        this.sessions = sessions;
        this.limits = limits;
        this.mails = accountMails;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    public void request(String email, Origin origin) {
        EmailAddress address = EmailAddress.of("email", email);
        byte[] lookup = personal.emailLookup(address);
        limits.requireMailedLink(HexFormat.of().formatHex(lookup) + "/" + origin.placeKey(), origin);
        for (byte[] each : personal.typed(email).lookups()) {
            store.addRequest(Ids.next(clock), each, origin.addressHash(), clock.instant());
        }
    }

    /** Mails a link to each account whose address was requested. After a crash half-way the requests are processed again. */
    public void sendRequested() {
        int taken;
        do {
            taken = transaction.execute(status -> {
                List<PasswordResetStore.WaitingRequest> requests = store.takeRequests(BATCH_MAX);
                requests.forEach(this::sendLink);
                return requests.size();
            });
        } while (taken == BATCH_MAX && !Thread.currentThread().isInterrupted());
    }

    /**
     * Mails the account that has confirmed the address; if there is none, the accounts that were opened with it: those that have signed in
     * where the request comes from, then the oldest. So strangers who open accounts with somebody's address afterwards take no letter away.
     */
    private void sendLink(PasswordResetStore.WaitingRequest request) {
        List<AccountStore.AccountRow> active = accounts.findByEmail(List.of(request.emailLookup())).stream()
                .filter(row -> row.state() == AccountState.ACTIVE)
                .toList();
        List<AccountStore.AccountRow> confirmed =
                active.stream().filter(row -> row.emailVerifiedAt() != null).toList();
        Stream<AccountStore.AccountRow> likely = confirmed.isEmpty()
                ? active.stream()
                        .sorted(Comparator.comparing(AccountStore.AccountRow::registeredAt))
                        .sorted(Comparator.comparing(row -> !attempts.isKnownAddress(row.id(), request.causedFrom())))
                : confirmed.stream();
        likely.limit(ACCOUNTS_MAX).forEach(row -> sendLink(row, request.causedFrom()));
    }

    /** Strangers share a few letters, whose links are the owner's too; the owner's own places have as many of their own. */
    private void sendLink(AccountStore.AccountRow row, String causedFrom) {
        Instant now = clock.instant();
        OpenLinks open = store.openLinks(row.id(), causedFrom, now);
        boolean ownPlace = attempts.isKnownAddress(row.id(), causedFrom);
        if ((ownPlace ? open.fromHere() : open.all()) >= OPEN_MAX) {
            return;
        }
        String token = OpaqueTokens.generate();
        store.addLink(OpaqueTokens.hash(token), row.id(), causedFrom, now, now.plus(settings.passwordProofLife()));
        mails.resetPassword(row, token, settings.passwordProofLife());
    }

    public void complete(String token, String password) {
        AccountStore.AccountRow row = accountOfLink(token).orElseThrow(LinkNotGood::new);
        byte[] hash = newPassword.hash(row.id(), password);
        transaction.executeWithoutResult(status -> change(row.id(), token, hash));
    }

    /** What the link is for; empty if it was used, has expired, or never was. */
    public Optional<MailedLink> link(@Nullable AccountId asking, String token) {
        return accountOfLink(token)
                .map(row -> new MailedLink(
                        MailedLink.abridged(personal.email(row.id(), row.email())),
                        row.registeredAt(),
                        row.id().equals(asking)));
    }

    private Optional<AccountStore.AccountRow> accountOfLink(String token) {
        return OpaqueTokens.isWellFormed(token)
                ? store.accountOfLink(OpaqueTokens.hash(token), clock.instant())
                        .flatMap(accounts::find)
                        .filter(row -> row.state() == AccountState.ACTIVE)
                : Optional.empty();
    }

    private void change(AccountId account, String token, byte[] hash) {
        Instant now = clock.instant();
        if (!store.takeLink(OpaqueTokens.hash(token), now) || !newPassword.set(account, hash)) {
            throw new LinkNotGood();
        }
        sessions.endAll(account, null);
        mails.passwordChanged(account);
        events.append(new PasswordReset(account, now));
        audit.record(AuditAction.of("identity.reset_password", account, "account:" + account));
    }
}
