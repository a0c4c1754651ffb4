package network.fanz.finance.ledger.books;

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
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.Outcome.Reason;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.Posting.Kind;
import network.fanz.finance.ledger.books.Draft.Change;
import network.fanz.finance.ledger.books.Referred.Movement;
import org.jspecify.annotations.Nullable;

/**
 * The rules, applied in memory to one batch in the order of arrival. It reads nothing and writes nothing; the same input always gives
 * the same draft.
 */
public final class Books {
    private final Head head;
    private final Instant now;
    private final Map<UUID, Stored> known;
    private final Map<Long, Standing> loaded;
    private final Map<Long, Standing> accounts;
    private final Map<UUID, Referred> referred;
    private final List<Asked> accepted = new ArrayList<>();
    private final List<Asked> rejected = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<UUID, Asked> opened = new LinkedHashMap<>();
    private final List<UUID> closed = new ArrayList<>();
    private final Deque<Standing> undo = new ArrayDeque<>();

    /**
     * @param now the batch's time; it never lies before the chain's end
     * @param known what is already stored under ids of this batch
     */
    public Books(
            Head head,
            Instant now,
            Map<UUID, Stored> known,
            Map<Long, Standing> accounts,
            Map<UUID, Referred> referred) {
        this.head = head;
        this.now = Times.later(Times.whole(now), head.postedAt());
        this.known = new HashMap<>(known);
        this.loaded = accounts;
        this.accounts = new HashMap<>(accounts);
        this.referred = new HashMap<>(referred);
    }

    public Draft apply(List<Ticket> tickets) {
        List<Outcome> answers = new ArrayList<>(tickets.size());
        for (Ticket ticket : tickets) {
            answers.add(known.computeIfAbsent(ticket.posting().id(), id -> decide(ticket))
                    .answer(ticket.request()));
        }
        rejected.sort(Sealed.BY_ID);
        List<Asked> postings = new ArrayList<>(accepted);
        postings.addAll(rejected);
        Sealed block = Sealed.after(head, now, postings, lines);
        return new Draft(block, postings, lines, changed(), List.copyOf(opened.values()), closed, answers);
    }

    /** In the order of their ids: whoever locks several rows locks them in this order. */
    private List<Change> changed() {
        List<Change> changes = new ArrayList<>();
        for (Standing after : accounts.values()) {
            Standing before = loaded.get(after.id());
            if (before != null && before != after) {
                changes.add(new Change(before.version(), after));
            }
        }
        changes.sort(Comparator.comparingLong(change -> change.after().id()));
        return changes;
    }

    private Stored decide(Ticket ticket) {
        Posting posting = ticket.posting();
        long firstSeq = head.nextSeq() + lines.size();
        int before = lines.size();
        undo.clear();
        Reason reason = refused(posting);
        if (reason != null) {
            takeBack(before);
            rejected.add(Asked.of(ticket, reason.number(), 0, 0, null));
            return new Stored(posting.id(), ticket.request(), reason.number(), 0, now);
        }
        accept(Asked.of(ticket, 0, firstSeq, lines.size() - before, expiry(posting)), before);
        return new Stored(posting.id(), ticket.request(), 0, firstSeq, now);
    }

    private @Nullable Instant expiry(Posting posting) {
        return posting.expiresAfter() == null ? null : Times.whole(now.plus(posting.expiresAfter()));
    }

    private void accept(Asked asked, int firstLine) {
        accepted.add(asked);
        List<Movement> movements = lines.subList(firstLine, lines.size()).stream()
                .map(Line::movement)
                .toList();
        referred.put(asked.id(), new Referred(asked.id(), asked.kind(), asked.expiresAt(), movements, null, null));
        if (asked.kind() == Kind.PENDING) {
            opened.put(asked.id(), asked);
        }
        if (asked.refersTo() != null) {
            referred.computeIfPresent(asked.refersTo(), (id, target) -> target.resolved(asked.kind(), asked.id()));
            if (asked.kind() != Kind.REVERSAL && opened.remove(asked.refersTo()) == null) {
                closed.add(asked.refersTo());
            }
        }
    }

    /** Applies all legs, or says why not; what it did until then is taken back by the caller. */
    private @Nullable Reason refused(Posting posting) {
        return switch (posting.kind()) {
            case POST, PENDING -> refusedLegs(posting);
            case POST_PENDING, VOID_PENDING -> refusedResolution(posting);
            case REVERSAL -> refusedReversal(posting);
        };
    }

    private @Nullable Reason refusedLegs(Posting posting) {
        for (Leg leg : posting.legs()) {
            Standing debit = accounts.get(leg.debit().value());
            Standing credit = accounts.get(leg.credit().value());
            if (debit == null || credit == null) {
                return Reason.ACCOUNT_UNKNOWN;
            }
            if (!debit.asset().equals(leg.amount().asset())
                    || !credit.asset().equals(leg.amount().asset())) {
                return Reason.ASSET_MISMATCH;
            }
            Movement movement =
                    new Movement(debit.id(), credit.id(), leg.amount().units(), debit.assetId(), leg.code());
            Reason reason = refusedMovement(posting, movement);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable Reason refusedResolution(Posting posting) {
        Referred pending = referred.get(posting.refersTo());
        if (pending == null || pending.kind() != Kind.PENDING) {
            return Reason.PENDING_UNKNOWN;
        }
        if (pending.resolvedBy() != null) {
            return resolved(pending);
        }
        boolean expired = pending.expiresAt() != null && !now.isBefore(pending.expiresAt());
        if (expired && posting.kind() == Kind.POST_PENDING) {
            return Reason.PENDING_EXPIRED;
        }
        return refusedMovements(posting, pending.movements());
    }

    private static Reason resolved(Referred pending) {
        if (pending.resolvedBy() == Kind.POST_PENDING) {
            return Reason.PENDING_ALREADY_POSTED;
        }
        return Referred.idOfExpiry(pending.id()).equals(pending.resolver())
                ? Reason.PENDING_EXPIRED
                : Reason.PENDING_ALREADY_VOIDED;
    }

    private @Nullable Reason refusedReversal(Posting posting) {
        Referred target = referred.get(posting.refersTo());
        if (target == null) {
            return Reason.POSTING_UNKNOWN;
        }
        if (target.kind() != Kind.POST && target.kind() != Kind.POST_PENDING) {
            return Reason.NOT_REVERSIBLE;
        }
        if (target.resolvedBy() != null) {
            return Reason.ALREADY_REVERSED;
        }
        // Last in, first out: what the last leg brought has to leave before the first leg's source is paid back.
        return refusedMovements(
                posting,
                target.movements().reversed().stream().map(Movement::reversed).toList());
    }

    private @Nullable Reason refusedMovements(Posting posting, List<Movement> movements) {
        for (Movement movement : movements) {
            Reason reason = refusedMovement(posting, movement);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable Reason refusedMovement(Posting posting, Movement movement) {
        Standing debit = accounts.get(movement.debit());
        Standing credit = accounts.get(movement.credit());
        if (debit == null || credit == null) {
            return Reason.ACCOUNT_UNKNOWN;
        }
        Reason shut = resolves(posting.kind()) ? null : shut(debit, credit);
        if (shut != null) {
            return shut;
        }
        return write(posting, movement, debit, credit);
    }

    /**
     * A hold is settled or given back even on a frozen account: whoever holds has promised the money, and a provider may have taken it
     * already. A closed account has none.
     */
    private static boolean resolves(Kind kind) {
        return kind == Kind.POST_PENDING || kind == Kind.VOID_PENDING;
    }

    private static @Nullable Reason shut(Standing debit, Standing credit) {
        if (debit.state() == LedgerAccount.State.CLOSED || credit.state() == LedgerAccount.State.CLOSED) {
            return Reason.ACCOUNT_CLOSED;
        }
        boolean frozen = debit.state() == LedgerAccount.State.FROZEN || credit.state() == LedgerAccount.State.FROZEN;
        return frozen ? Reason.ACCOUNT_FROZEN : null;
    }

    private @Nullable Reason write(Posting posting, Movement movement, Standing debit, Standing credit) {
        BigInteger amount = movement.amount();
        BigInteger posted = posts(posting.kind()) ? amount : BigInteger.ZERO;
        BigInteger pending = pending(posting.kind(), amount);
        long seq = head.nextSeq() + lines.size();
        Standing debited = debit.debit(posted, pending, seq);
        Standing credited = credit.credit(posted, pending, seq);
        int leg = undo.size() / 2;
        change(debit, debited);
        change(credit, credited);
        lines.add(new Line(
                seq,
                posting.id(),
                leg,
                movement,
                Entry.of(debited, posted.negate(), pending.negate()),
                Entry.of(credited, posted, pending)));
        Reason broken = debited.broken();
        return broken != null ? broken : credited.broken();
    }

    private static boolean posts(Kind kind) {
        return kind != Kind.PENDING && kind != Kind.VOID_PENDING;
    }

    private static BigInteger pending(Kind kind, BigInteger amount) {
        return switch (kind) {
            case PENDING -> amount;
            case POST_PENDING, VOID_PENDING -> amount.negate();
            case POST, REVERSAL -> BigInteger.ZERO;
        };
    }

    private void change(Standing before, Standing after) {
        undo.push(before);
        accounts.put(after.id(), after);
    }

    /** A rejected posting leaves nothing behind, not even in the versions of its accounts. */
    private void takeBack(int firstLine) {
        while (!undo.isEmpty()) {
            Standing before = undo.pop();
            accounts.put(before.id(), before);
        }
        lines.subList(firstLine, lines.size()).clear();
    }
}
