package network.fanz.finance.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.finance.ledger.events.HandPostingChanged;
import network.fanz.finance.ledger.hand.HandPostingStore;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.ProposerGone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Postings that people make by hand: one proposes, another approves, and then the ledger is asked. The decision is durable before the
 * ledger is asked, and the ledger's answer is found again by the posting's id; so a node that dies in between leaves nothing half-done, and
 * no movement goes unnoticed in the audit log.
 */
@Component
public class HandPostings {
    /** A proposal that nobody has decided for so long was made for other books than today's. */
    static final Duration LAPSES_AFTER = Duration.ofDays(7);

    private static final Set<Role> PROPOSERS = EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR);
    private static final Duration LEFT_HALF_WAY_AFTER = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private static final String OWN_ACCOUNT =
            "One of its accounts is your own, so another person of finance must decide about it.";

    private static final String NOT_INDEPENDENT =
            "One of you two, whoever proposed it and you, has or had a role from the other, directly or through others. "
                    + "Somebody of finance who was not let in by either of you must approve it.";

    private final Ledger ledger;
    private final Identity identity;
    private final HandPostingStore store;
    private final HandPostingEffects effects;
    private final Audit audit;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandPostings(
            Ledger ledger,
            Identity identity,
            HandPostingStore store,
            HandPostingEffects effects,
            Audit audit,
            Events events,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.ledger = ledger;
        this.identity = identity;
        this.store = store;
        this.effects = effects;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Proposes a posting. The same id always gives the same proposal. Emits {@code hand_posting_changed}.
     *
     * @throws MalformedPosting if no ledger could ever accept it
     * @throws InvalidField if an account cannot be posted on by hand, or more would be booked about a payment than was taken back of it
     * @throws Forbidden if one of its accounts is the proposer's own
     * @throws HandPostingDiffers if the id stands for another proposal
     */
    public HandPosting propose(NewHandPosting asked, AccountId by) {
        Instant now = now();
        Posting posting = asked.posting(now);
        posting.legs().forEach(this::checkAccounts);
        effects.requireBounded("legs", posting.legs());
        if (isOwner(by, posting.legs(), asked.refersTo())) {
            throw new Forbidden("One of these accounts is your own. Somebody else must propose this posting.");
        }
        UUID about = effects.subjects().about(asked);
        transaction.executeWithoutResult(status -> {
            if (store.insert(asked.id(), posting, about, asked.reason(), by, now)) {
                effects.subjects().check(about, asked.kind());
                tell(asked.id(), HandPostingState.PROPOSED, by);
            }
        });
        HandPosting proposed = handPosting(asked.id());
        if (!proposed.matches(asked, by)) {
            throw new HandPostingDiffers();
        }
        return proposed;
    }

    /** The ledger would refuse it too, but only after somebody has approved it. */
    private void checkAccounts(Leg leg) {
        requireUsable("legs", leg.debit(), leg.amount().asset());
        requireUsable("legs", leg.credit(), leg.amount().asset());
    }

    /**
     * @param field as the caller's form names the account
     * @throws InvalidField if nothing can be posted on the account by hand
     */
    public void requireUsable(String field, LedgerAccountId id, Asset asset) {
        LedgerAccount account = ledger.findAccount(id)
                .orElseThrow(() -> new InvalidField(field, Sentence.of("There is no account {0}.", id)));
        if (account.code() == AccountCode.FAN_PURCHASES) {
            throw new InvalidField(
                    field, Sentence.of("Account {0} only passes a fan's card payments through and holds nothing.", id));
        }
        if (!account.asset().equals(asset)) {
            throw new InvalidField(field, Sentence.of("Account {0} counts {1}.", id, account.asset()));
        }
    }

    /**
     * Approves a proposal and records it. A repeated call answers the same. Emits {@code hand_posting_changed}, and
     * {@code transaction_posted} if the ledger accepts it.
     *
     * @param by somebody else than its proposer
     * @throws SecondPersonNeeded if it is the proposer, one of its accounts is theirs, or one of the two has ever let the other in
     * @throws ProposerGone if the proposer could not propose it any more; it has lapsed then
     * @throws AlreadyDecided if it does not wait for a decision any more
     */
    public HandPosting approve(UUID id, AccountId by) {
        HandPosting proposed = handPosting(id);
        if (proposed.proposedBy().equals(by)) {
            throw new SecondPersonNeeded("You proposed this posting, so another person of finance must approve it.");
        }
        if (isOwner(by, proposed)) {
            throw new SecondPersonNeeded(
                    "One of its accounts is your own, so another person of finance must approve it.");
        }
        if (!isSecondPerson(by, proposed)) {
            throw new SecondPersonNeeded(NOT_INDEPENDENT);
        }
        if (isProposerGone(proposed)) {
            lapse(id);
            throw new ProposerGone();
        }
        if (proposed.proposedAt().plus(LAPSES_AFTER).isBefore(clock.instant())) {
            lapse(id);
        }
        HandPosting decided = decide(id, HandPostingState.APPROVED, by);
        return decided.state() == HandPostingState.APPROVED ? record(decided) : decided;
    }

    /** Whether it waits, and its proposer is suspended, closed or of finance no more: then nobody can approve it. */
    public boolean isProposerGone(HandPosting proposed) {
        return proposed.state() == HandPostingState.PROPOSED && !identity.mayActAs(proposed.proposedBy(), PROPOSERS);
    }

    /** Whether one of its accounts is this person's own, or one of those that the posting moved which it takes back. */
    public boolean isOwner(AccountId person, HandPosting proposed) {
        return isOwner(person, proposed.legs(), proposed.refersTo());
    }

    private boolean isOwner(AccountId person, List<Leg> legs, @Nullable UUID refersTo) {
        Set<LedgerAccountId> touched = effects.legs(legs, refersTo).stream()
                .flatMap(leg -> Stream.of(leg.debit(), leg.credit()))
                .collect(Collectors.toSet());
        return ledger.accounts(touched).values().stream()
                .anyMatch(account -> account.ownerId().equals(person.toString()));
    }

    /** Whether this person may approve it: not its proposer, nor who has ever given the proposer a role or got one from them. */
    public boolean isSecondPerson(AccountId by, HandPosting proposed) {
        return !proposed.proposedBy().equals(by) && identity.areIndependent(by, proposed.proposedBy());
    }

    /**
     * Turns a proposal down, or takes the reader's own back. Emits {@code hand_posting_changed}.
     *
     * @throws SecondPersonNeeded if one of its accounts is the reader's, and the proposal is another's
     * @throws AlreadyDecided if it does not wait for a decision any more
     */
    public HandPosting reject(UUID id, AccountId by) {
        HandPosting proposed = handPosting(id);
        if (!proposed.proposedBy().equals(by) && isOwner(by, proposed)) {
            throw new SecondPersonNeeded(OWN_ACCOUNT);
        }
        return decide(id, HandPostingState.REJECTED, by);
    }

    /** @throws NotFound if there is none */
    public HandPosting handPosting(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("posting by hand"));
    }

    /**
     * Newest first.
     *
     * @param state null for any
     * @param after what the page before gave as next; null for the first
     */
    public Page<HandPosting> list(@Nullable HandPostingState state, @Nullable String after, int limit) {
        return Page.cut(store.newest(state, cursor(after), limit + 1), limit, last -> Long.toString(last.number()));
    }

    /** Whether a posting of this word can be one by hand; others need not be asked about. */
    public static boolean isReference(String referenceType) {
        return NewHandPosting.REFERENCE_TYPE.equals(referenceType);
    }

    /** Why these postings were made, by their ids in the ledger; those that are not by hand are missing. */
    public Map<UUID, String> reasons(Collection<UUID> postings) {
        return store.reasons(postings);
    }

    /** Finishes what a node has left half-way, and lapses what nobody has decided and whose proposer is gone. */
    void finishAndLapse() {
        Instant now = clock.instant();
        store.approvedBefore(now.minus(LEFT_HALF_WAY_AFTER), AT_ONCE).forEach(this::record);
        store.proposedBefore(now.minus(LAPSES_AFTER), AT_ONCE).forEach(this::lapse);
        store.proposers().stream()
                .filter(proposer -> !identity.mayActAs(proposer, PROPOSERS))
                .flatMap(gone -> store.proposedBy(gone, AT_ONCE).stream())
                .forEach(this::lapse);
    }

    private void lapse(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (store.decide(id, HandPostingState.LAPSED, null, null)) {
                tell(id, HandPostingState.LAPSED, null);
            }
        });
    }

    /** Decides, or finds that the same person has decided so before. */
    private HandPosting decide(UUID id, HandPostingState to, AccountId by) {
        transaction.executeWithoutResult(status -> {
            if (store.decide(id, to, by, now())) {
                tell(id, to, by);
            }
        });
        HandPosting decided = handPosting(id);
        boolean rejected = decided.state() == HandPostingState.REJECTED;
        if (!by.equals(decided.decidedBy()) || rejected != (to == HandPostingState.REJECTED)) {
            throw new AlreadyDecided(decided.state());
        }
        return decided;
    }

    private HandPosting record(HandPosting approved) {
        PostingOutcome outcome = ledger.recordTransaction(Keeper.HAND, approved.asPosting());
        HandPostingState end =
                outcome instanceof PostingOutcome.Accepted ? HandPostingState.RECORDED : HandPostingState.REFUSED;
        transaction.executeWithoutResult(status -> {
            if (store.finish(approved.id(), outcome)) {
                tell(approved.id(), end, null);
            }
        });
        return handPosting(approved.id());
    }

    private void tell(UUID id, HandPostingState state, @Nullable AccountId by) {
        audit.record(
                AuditAction.of("ledger.hand-posting", by, "hand-posting:" + id).with("state", state.code()));
        events.append(new HandPostingChanged(id, state.code(), handPosting(id).about(), by, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static long cursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
        return Long.parseLong(after);
    }
}
