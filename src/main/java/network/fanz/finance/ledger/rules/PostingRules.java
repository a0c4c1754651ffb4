package network.fanz.finance.ledger.rules;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.ledger.rules.Draft.BalanceChange;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's rules, applied in memory to one batch in the order of arrival. They do no input or output: the same input always gives the
 * same draft.
 */
public final class PostingRules {
    private final Head head;
    private final Instant clock;
    private final Instant now;
    private final Map<UUID, PriorOutcome> priorOutcomes;
    private final Map<Long, AccountBalance> balancesBefore;
    private final Map<Long, AccountBalance> balances;
    private final Map<UUID, ReferencedPosting> referenced;
    private final List<PostingRow> accepted = new ArrayList<>();
    private final List<PostingRow> rejected = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<UUID, PostingRow> openedHolds = new LinkedHashMap<>();
    private final List<UUID> closedHolds = new ArrayList<>();
    private final Deque<AccountBalance> undo = new ArrayDeque<>();

    /**
     * @param clock the time by which holds begin and end. It is the batch's time too, unless the chain's end is later: blocks never run
     *     backwards, but a hold must not wait until the clock has caught up with a chain that was written under a clock that was ahead
     * @param storedOutcomes what is already stored under ids of this batch
     */
    public PostingRules(
            Head head,
            Instant clock,
            Map<UUID, PriorOutcome> storedOutcomes,
            Map<Long, AccountBalance> storedBalances,
            Map<UUID, ReferencedPosting> storedPostings) {
        this.head = head;
        this.clock = Microseconds.truncated(clock);
        this.now = Microseconds.laterOf(this.clock, head.postedAt());
        this.priorOutcomes = new HashMap<>(storedOutcomes);
        this.balancesBefore = storedBalances;
        this.balances = new HashMap<>(storedBalances);
        this.referenced = new HashMap<>(storedPostings);
    }

    public Draft apply(List<Ticket> tickets) {
        List<PostingOutcome> outcomes = new ArrayList<>(tickets.size());
        for (Ticket ticket : tickets) {
            outcomes.add(priorOutcomes
                    .computeIfAbsent(ticket.posting().id(), id -> decide(ticket))
                    .outcomeFor(ticket.requestHash()));
        }
        rejected.sort(SealedBlock.BY_ID);
        List<PostingRow> postings = new ArrayList<>(accepted);
        postings.addAll(rejected);
        SealedBlock block = SealedBlock.after(head, now, postings, transfers);
        Draft draft = new Draft(
                block, postings, transfers, balanceChanges(), List.copyOf(openedHolds.values()), closedHolds, outcomes);
        DraftInvariants.check(head, balancesBefore, draft, tickets.size());
        return draft;
    }

    /** In the order of the accounts' ids, so that the same batch always makes the same draft. */
    private List<BalanceChange> balanceChanges() {
        List<BalanceChange> changes = new ArrayList<>();
        for (AccountBalance after : balances.values()) {
            AccountBalance before = balancesBefore.get(after.id());
            if (before != null && before != after) {
                changes.add(new BalanceChange(before.version(), after));
            }
        }
        changes.sort(Comparator.comparingLong(change -> change.after().id()));
        return changes;
    }

    private PriorOutcome decide(Ticket ticket) {
        Posting posting = ticket.posting();
        long firstSeq = head.nextSeq() + transfers.size();
        int before = transfers.size();
        undo.clear();
        RejectionReason reason = applyPosting(ticket);
        if (reason != null) {
            rollBack(before);
            rejected.add(PostingRow.of(ticket, reason.number(), 0, 0, null));
            return new PriorOutcome(posting.id(), ticket.requestHash(), reason.number(), 0, now);
        }
        accept(PostingRow.of(ticket, 0, firstSeq, transfers.size() - before, expiry(posting)), before);
        return new PriorOutcome(posting.id(), ticket.requestHash(), 0, firstSeq, now);
    }

    private @Nullable Instant expiry(Posting posting) {
        return posting.expiresAfter() == null ? null : Microseconds.truncated(clock.plus(posting.expiresAfter()));
    }

    private void accept(PostingRow posting, int firstTransfer) {
        accepted.add(posting);
        List<LegRow> legs = transfers.subList(firstTransfer, transfers.size()).stream()
                .map(Transfer::leg)
                .toList();
        referenced.put(
                posting.id(),
                new ReferencedPosting(
                        posting.id(),
                        posting.keeper(),
                        posting.referenceType(),
                        posting.kind(),
                        posting.expiresAt(),
                        legs,
                        null,
                        null));
        if (posting.kind() == PostingKind.PENDING) {
            openedHolds.put(posting.id(), posting);
        }
        if (posting.refersTo() != null) {
            referenced.computeIfPresent(
                    posting.refersTo(), (id, target) -> target.resolved(posting.kind(), posting.id()));
            if (posting.kind() != PostingKind.REVERSAL && openedHolds.remove(posting.refersTo()) == null) {
                closedHolds.add(posting.refersTo());
            }
        }
    }

    /** Applies all legs, or says why it cannot; the caller then rolls back the legs that are already applied. */
    private @Nullable RejectionReason applyPosting(Ticket ticket) {
        Posting posting = ticket.posting();
        ReferencedPosting target = posting.refersTo() == null ? null : referenced.get(posting.refersTo());
        if (target != null && !ticket.keeper().mayResolve(target.keeper(), target.referenceType())) {
            return RejectionReason.KEPT_BY_ANOTHER;
        }
        return switch (posting.kind()) {
            case POST, PENDING -> applyLegs(posting);
            case POST_PENDING, VOID_PENDING -> applyResolution(posting);
            case REVERSAL -> applyReversal(posting);
        };
    }

    private @Nullable RejectionReason applyLegs(Posting posting) {
        for (Leg leg : posting.legs()) {
            AccountBalance debit = balances.get(leg.debit().value());
            AccountBalance credit = balances.get(leg.credit().value());
            if (debit == null || credit == null) {
                return RejectionReason.ACCOUNT_UNKNOWN;
            }
            if (!debit.asset().equals(leg.amount().asset())
                    || !credit.asset().equals(leg.amount().asset())) {
                return RejectionReason.ASSET_MISMATCH;
            }
            LegRow legRow = new LegRow(debit.id(), credit.id(), leg.amount().units(), debit.assetId(), leg.code());
            RejectionReason reason = applyLeg(posting, legRow);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable RejectionReason applyResolution(Posting posting) {
        ReferencedPosting pending = referenced.get(posting.refersTo());
        if (pending == null || pending.kind() != PostingKind.PENDING) {
            return RejectionReason.PENDING_UNKNOWN;
        }
        if (pending.resolvingKind() != null) {
            return alreadyResolved(pending);
        }
        boolean expired = pending.expiresAt() != null && !clock.isBefore(pending.expiresAt());
        if (expired && posting.kind() == PostingKind.POST_PENDING) {
            return RejectionReason.PENDING_EXPIRED;
        }
        return applyAll(posting, pending.legs());
    }

    private static RejectionReason alreadyResolved(ReferencedPosting pending) {
        if (pending.resolvingKind() == PostingKind.POST_PENDING) {
            return RejectionReason.PENDING_ALREADY_POSTED;
        }
        return ReferencedPosting.expiryVoidId(pending.id()).equals(pending.resolvingId())
                ? RejectionReason.PENDING_EXPIRED
                : RejectionReason.PENDING_ALREADY_VOIDED;
    }

    private @Nullable RejectionReason applyReversal(Posting posting) {
        ReferencedPosting target = referenced.get(posting.refersTo());
        if (target == null) {
            return RejectionReason.POSTING_UNKNOWN;
        }
        if (target.kind() != PostingKind.POST && target.kind() != PostingKind.POST_PENDING) {
            return RejectionReason.NOT_REVERSIBLE;
        }
        if (target.resolvingKind() != null) {
            return RejectionReason.ALREADY_REVERSED;
        }
        // In reverse order: an account that passed the money on must get it back before it can pay it back.
        return applyAll(
                posting, target.legs().reversed().stream().map(LegRow::reversed).toList());
    }

    private @Nullable RejectionReason applyAll(Posting posting, List<LegRow> legs) {
        for (LegRow leg : legs) {
            RejectionReason reason = applyLeg(posting, leg);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable RejectionReason applyLeg(Posting posting, LegRow leg) {
        AccountBalance debit = balances.get(leg.debit());
        AccountBalance credit = balances.get(leg.credit());
        if (debit == null || credit == null) {
            return RejectionReason.ACCOUNT_UNKNOWN;
        }
        RejectionReason reason = resolvesHold(posting.kind()) ? null : notOpen(debit, credit);
        if (reason != null) {
            return reason;
        }
        return applyTransfer(posting, leg, debit, credit);
    }

    /**
     * A frozen account's holds are still posted or given back: the payer has promised the money, and a provider may have taken it already.
     * A closed account has no holds.
     */
    private static boolean resolvesHold(PostingKind kind) {
        return kind == PostingKind.POST_PENDING || kind == PostingKind.VOID_PENDING;
    }

    private static @Nullable RejectionReason notOpen(AccountBalance debit, AccountBalance credit) {
        if (debit.state() == LedgerAccountState.CLOSED || credit.state() == LedgerAccountState.CLOSED) {
            return RejectionReason.ACCOUNT_CLOSED;
        }
        boolean frozen = debit.state() == LedgerAccountState.FROZEN || credit.state() == LedgerAccountState.FROZEN;
        return frozen ? RejectionReason.ACCOUNT_FROZEN : null;
    }

    private @Nullable RejectionReason applyTransfer(
            Posting posting, LegRow legRow, AccountBalance debit, AccountBalance credit) {
        BigInteger amount = legRow.amount();
        BigInteger posted = posting.kind().posted(amount);
        BigInteger pending = posting.kind().held(amount);
        long seq = head.nextSeq() + transfers.size();
        AccountBalance debited = debit.debit(posted, pending, seq);
        AccountBalance credited = credit.credit(posted, pending, seq);
        int leg = undo.size() / 2;
        change(debit, debited);
        change(credit, credited);
        transfers.add(new Transfer(
                seq,
                posting.id(),
                leg,
                legRow,
                Entry.of(debited, posted.negate(), pending.negate()),
                Entry.of(credited, posted, pending)));
        RejectionReason violation = debited.violation();
        return violation != null ? violation : credited.violation();
    }

    private void change(AccountBalance before, AccountBalance after) {
        undo.push(before);
        balances.put(after.id(), after);
    }

    /** A rejected posting leaves nothing behind, not even in the versions of its accounts. */
    private void rollBack(int firstTransfer) {
        while (!undo.isEmpty()) {
            AccountBalance before = undo.pop();
            balances.put(before.id(), before);
        }
        transfers.subList(firstTransfer, transfers.size()).clear();
    }
}
