package network.fanz.security.identity.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.ProposerGone;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.FactorChange;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a second factor that its owner has lost goes away: one administrator asks, another approves, the owner is told by letter each time
 * and may object by the link in it, and only after a wait does it take effect. What else ends it is in {@link ResetEnds}. The password
 * stays, and all sessions end.
 */
@Component
public final class FactorResets {
    /** A request that nobody has approved for this long is forgotten. */
    private static final Duration ASKED_FOR = Duration.ofDays(14);

    private final FactorResetStore store;
    private final ResetEnds ends;
    private final FactorRemoval removal;
    private final AccountMails mails;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration wait;

    FactorResets(
            FactorResetStore store,
            ResetEnds resetEnds,
            FactorRemoval factorRemoval,
            AccountMails accountMails,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.ends = resetEnds;
        this.removal = factorRemoval;
        this.mails = accountMails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.wait = settings.factorResetWait();
    }

    public Optional<FactorReset> open(AccountId account) {
        return store.open(account);
    }

    /** All that are open, the oldest first; at most 200. */
    public List<FactorReset> open() {
        return store.open();
    }

    /**
     * A second request while one is open changes nothing, unless whoever made the first could not ask any more.
     *
     * @throws Forbidden if there is nobody who could approve it
     */
    public void ask(AccountId by, AccountId account) {
        requireAnother(by, account);
        if (!store.hasFactorToLose(account).orElseThrow(() -> new NotFound("account"))) {
            throw new Forbidden("This account is not active, or has no second factor that could be lost.");
        }
        if (!ends.hasSecondPerson(by, account)) {
            throw new Forbidden(
                    "Nobody here could approve it: every other administrator has let you in or was let in by you, directly or "
                            + "through others. Whoever runs the machine can invite another one with ./fanz invitation.");
        }
        String objection = OpaqueTokens.generate();
        transaction.executeWithoutResult(status -> {
            store.open(account).filter(this::isAskerGone).ifPresent(gone -> ends.deciderGone(account, clock.instant()));
            if (store.add(Ids.next(clock), account, OpaqueTokens.hash(objection), by, clock.instant())) {
                record("identity.ask_factor_reset", by, account);
                mails.factorResetAsked(account, objection, wait);
            }
        });
    }

    /**
     * @throws Forbidden for whoever asked, for who has ever given them a role or got one from them, and for the account itself
     * @throws ProposerGone if whoever asked could not ask any more; the request has ended then
     */
    public void approve(AccountId by, AccountId account) {
        requireAnother(by, account);
        FactorReset open = store.open(account).orElseThrow(() -> new NotFound("factor reset"));
        if (open.askedBy().equals(by)) {
            throw new Forbidden("Another administrator than the one who asked must approve it.");
        }
        if (!ends.isSecondPerson(by, open)) {
            throw new Forbidden(
                    "One of you two has or had a role from the other, directly or through others, so you are no second person "
                            + "here. Ask an administrator who was not let in by either of you.");
        }
        if (isAskerGone(open)) {
            transaction.executeWithoutResult(status -> ends.deciderGone(account, clock.instant()));
            throw new ProposerGone();
        }
        Instant effectiveAt = clock.instant().plus(wait);
        String objection = OpaqueTokens.generate();
        transaction.executeWithoutResult(status -> {
            if (store.approve(account, OpaqueTokens.hash(objection), by, effectiveAt)) {
                record("identity.approve_factor_reset", by, account);
                mails.factorResetApproved(account, objection, effectiveAt);
            }
        });
    }

    /** Whether it waits for an approval, and whoever asked is suspended, closed or no administrator any more: then nobody can approve it. */
    public boolean isAskerGone(FactorReset reset) {
        return reset.effectiveAt() == null && !ends.mayAsk(reset.askedBy());
    }

    /** @throws NotFound if none is open */
    public void withdraw(AccountId by, AccountId account) {
        transaction.executeWithoutResult(status -> {
            if (!store.end(account, "WITHDRAWN", clock.instant())) {
                throw new NotFound("factor reset");
            }
            record("identity.withdraw_factor_reset", by, account);
        });
    }

    /**
     * By a mailed link, without a session: whoever lost the factor cannot sign in, and who has not lost it may be anywhere. The link of any
     * letter ends whatever removal is open; where none is, the factor stays anyway.
     *
     * @throws LinkNotGood if the factor of this request is gone, or there never was one
     */
    public void object(String token) {
        transaction.executeWithoutResult(status -> {
            FactorResetStore.LetterOfReset letter = Optional.of(token)
                    .filter(OpaqueTokens::isWellFormed)
                    .flatMap(text -> store.letter(OpaqueTokens.hash(text)))
                    .orElseThrow(LinkNotGood::new);
            if (store.end(letter.account(), "OBJECTED", clock.instant())) {
                record("identity.object_to_factor_reset", letter.account(), letter.account());
            } else if (letter.done()) {
                throw new LinkNotGood();
            }
        });
    }

    /** Takes away the factors whose wait is over. */
    public void run() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            ends.endOvertaken(now.minus(ASKED_FOR), now);
            store.lockDue(now).forEach(due -> takeAway(due, now));
        });
    }

    private void takeAway(FactorReset due, Instant now) {
        AccountId account = due.account();
        store.end(account, "DONE", now);
        removal.removeAll(account);
        audit.record(AuditAction.of("identity.reset_factor", due.approvedBy(), "account:" + account)
                .with("asked_by", due.askedBy().toString()));
        mails.factorChanged(account, FactorChange.TAKEN_AWAY);
    }

    private void record(String action, AccountId by, AccountId account) {
        audit.record(AuditAction.of(action, by, "account:" + account));
    }

    private static void requireAnother(AccountId by, AccountId account) {
        if (by.equals(account)) {
            throw new Forbidden("Nobody decides about their own second factor. Two other administrators can.");
        }
    }
}
