package network.fanz.finance.ledger.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Outcome.Reason;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.Posting.Kind;
import org.jspecify.annotations.Nullable;

/** What the ledger should do, said once more and as simply as possible: one posting at a time, in memory, in cents. */
public final class Model {
    public final Map<Long, Account> accounts = new HashMap<>();
    private final Map<UUID, Past> past = new HashMap<>();

    /** A wallet when bounded: it never falls below nothing. */
    public static final class Account {
        public final boolean bounded;
        public boolean frozen;
        public long posted;
        public long heldOut;
        public long heldIn;

        public Account(boolean bounded) {
            this.bounded = bounded;
        }

        boolean fine() {
            return !bounded || posted - heldOut >= 0;
        }
    }

    private record Past(
            Posting posting,
            @Nullable Reason answer,
            @Nullable Instant expiresAt) {}

    /** Null when accepted. */
    public @Nullable Reason record(Posting posting, Instant now) {
        Past before = past.get(posting.id());
        if (before != null) {
            return same(before.posting, posting) ? before.answer : Reason.ID_USED_FOR_ANOTHER;
        }
        Reason answer = decide(posting, now);
        Instant expiresAt = posting.expiresAfter() == null ? null : now.plus(posting.expiresAfter());
        past.put(posting.id(), new Past(posting, answer, expiresAt));
        return answer;
    }

    /** Voids what has run out, as the sweep does. */
    public void sweep(Instant now) {
        for (Past each : List.copyOf(past.values())) {
            boolean out = each.expiresAt != null && !now.isBefore(each.expiresAt);
            if (out && each.answer == null && resolver(each.posting.id()) == null) {
                UUID id = each.posting.id();
                record(Posting.voidPending(Referred.idOfExpiry(id), id, "expiry", id.toString(), now), now);
            }
        }
    }

    private static boolean same(Posting one, Posting other) {
        return one.kind() == other.kind()
                && one.legs().equals(other.legs())
                && java.util.Objects.equals(one.refersTo(), other.refersTo())
                && java.util.Objects.equals(one.expiresAfter(), other.expiresAfter())
                && one.referenceType().equals(other.referenceType())
                && one.referenceId().equals(other.referenceId());
    }

    private @Nullable Reason decide(Posting posting, Instant now) {
        Past target = posting.refersTo() == null ? null : past.get(posting.refersTo());
        boolean there = target != null && target.answer == null;
        return switch (posting.kind()) {
            case POST, PENDING -> move(posting.kind(), posting.legs());
            case POST_PENDING, VOID_PENDING -> {
                if (!there || target.posting.kind() != Kind.PENDING) {
                    yield Reason.PENDING_UNKNOWN;
                }
                Past by = resolver(posting.refersTo());
                if (by != null) {
                    yield by.posting.kind() == Kind.POST_PENDING
                            ? Reason.PENDING_ALREADY_POSTED
                            : by.posting.id().equals(Referred.idOfExpiry(posting.refersTo()))
                                    ? Reason.PENDING_EXPIRED
                                    : Reason.PENDING_ALREADY_VOIDED;
                }
                boolean out = target.expiresAt != null && !now.isBefore(target.expiresAt);
                yield out && posting.kind() == Kind.POST_PENDING
                        ? Reason.PENDING_EXPIRED
                        : move(posting.kind(), target.posting.legs());
            }
            case REVERSAL -> {
                if (!there) {
                    yield Reason.POSTING_UNKNOWN;
                }
                if (target.posting.kind() != Kind.POST && target.posting.kind() != Kind.POST_PENDING) {
                    yield Reason.NOT_REVERSIBLE;
                }
                yield resolver(posting.refersTo()) != null
                        ? Reason.ALREADY_REVERSED
                        : move(Kind.REVERSAL, reversed(target.posting));
            }
        };
    }

    private @Nullable Past resolver(UUID id) {
        return past.values().stream()
                .filter(each -> each.answer == null && id.equals(each.posting.refersTo()))
                .findFirst()
                .orElse(null);
    }

    private List<Leg> reversed(Posting posting) {
        List<Leg> legs = posting.kind() == Kind.POST_PENDING
                ? past.get(posting.refersTo()).posting.legs()
                : posting.legs();
        List<Leg> mirrored = new ArrayList<>();
        for (Leg leg : legs.reversed()) {
            mirrored.add(new Leg(leg.credit(), leg.debit(), leg.amount(), leg.code()));
        }
        return mirrored;
    }

    private @Nullable Reason move(Kind kind, List<Leg> legs) {
        List<Runnable> back = new ArrayList<>();
        for (Leg leg : legs) {
            Account debit = accounts.get(leg.debit().value());
            Account credit = accounts.get(leg.credit().value());
            Reason reason = debit == null || credit == null
                    ? Reason.ACCOUNT_UNKNOWN
                    : kind != Kind.VOID_PENDING && kind != Kind.POST_PENDING && (debit.frozen || credit.frozen)
                            ? Reason.ACCOUNT_FROZEN
                            : null;
            if (reason == null) {
                long cents = leg.amount().units().longValueExact();
                apply(kind, debit, credit, cents, 1);
                back.add(() -> apply(kind, debit, credit, cents, -1));
                reason = debit.fine() && credit.fine() ? null : Reason.INSUFFICIENT_FUNDS;
            }
            if (reason != null) {
                back.forEach(Runnable::run);
                return reason;
            }
        }
        return null;
    }

    private static void apply(Kind kind, Account debit, Account credit, long cents, int sign) {
        long posted = kind == Kind.PENDING || kind == Kind.VOID_PENDING ? 0 : cents * sign;
        long held = kind == Kind.PENDING
                ? cents * sign
                : kind == Kind.POST_PENDING || kind == Kind.VOID_PENDING ? -cents * sign : 0;
        debit.posted -= posted;
        credit.posted += posted;
        debit.heldOut += held;
        credit.heldIn += held;
    }
}
