package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.RejectionReason;
import org.jspecify.annotations.Nullable;

/** What the ledger should do, said once more and as simply as possible: one posting at a time, in memory, in cents. */
public final class ReferenceLedger {
    public final Map<Long, ReferenceAccount> accounts = new HashMap<>();
    private final Map<UUID, PastPosting> past = new HashMap<>();

    /** A wallet when bounded: it never falls below nothing. */
    public static final class ReferenceAccount {
        public final boolean bounded;
        public boolean frozen;
        public long posted;
        public long heldOut;
        public long heldIn;

        public ReferenceAccount(boolean bounded) {
            this.bounded = bounded;
        }

        boolean isWithinBound() {
            return !bounded || posted - heldOut >= 0;
        }
    }

    private record PastPosting(
            Posting posting,
            @Nullable RejectionReason answer,
            @Nullable Instant expiresAt) {}

    /** Null when accepted. */
    public @Nullable RejectionReason record(Posting posting, Instant now) {
        PastPosting before = past.get(posting.id());
        if (before != null) {
            return same(before.posting, posting) ? before.answer : RejectionReason.ID_USED_FOR_ANOTHER;
        }
        RejectionReason answer = decide(posting, now);
        Instant expiresAt = posting.expiresAfter() == null ? null : now.plus(posting.expiresAfter());
        past.put(posting.id(), new PastPosting(posting, answer, expiresAt));
        return answer;
    }

    /** Voids what has run out, as the sweep does. */
    public void sweep(Instant now) {
        for (PastPosting each : List.copyOf(past.values())) {
            boolean out = each.expiresAt != null && !now.isBefore(each.expiresAt);
            if (out && each.answer == null && resolver(each.posting.id()) == null) {
                UUID id = each.posting.id();
                record(Posting.voidPending(ReferencedPosting.expiryVoidId(id), id, "expiry", id.toString(), now), now);
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

    private @Nullable RejectionReason decide(Posting posting, Instant now) {
        PastPosting target = posting.refersTo() == null ? null : past.get(posting.refersTo());
        boolean there = target != null && target.answer == null;
        return switch (posting.kind()) {
            case POST, PENDING -> move(posting.kind(), posting.legs());
            case POST_PENDING, VOID_PENDING -> {
                if (!there || target.posting.kind() != PostingKind.PENDING) {
                    yield RejectionReason.PENDING_UNKNOWN;
                }
                PastPosting by = resolver(posting.refersTo());
                if (by != null) {
                    yield by.posting.kind() == PostingKind.POST_PENDING
                            ? RejectionReason.PENDING_ALREADY_POSTED
                            : by.posting.id().equals(ReferencedPosting.expiryVoidId(posting.refersTo()))
                                    ? RejectionReason.PENDING_EXPIRED
                                    : RejectionReason.PENDING_ALREADY_VOIDED;
                }
                boolean out = target.expiresAt != null && !now.isBefore(target.expiresAt);
                yield out && posting.kind() == PostingKind.POST_PENDING
                        ? RejectionReason.PENDING_EXPIRED
                        : move(posting.kind(), target.posting.legs());
            }
            case REVERSAL -> {
                if (!there) {
                    yield RejectionReason.POSTING_UNKNOWN;
                }
                if (target.posting.kind() != PostingKind.POST && target.posting.kind() != PostingKind.POST_PENDING) {
                    yield RejectionReason.NOT_REVERSIBLE;
                }
                yield resolver(posting.refersTo()) != null
                        ? RejectionReason.ALREADY_REVERSED
                        : move(PostingKind.REVERSAL, reversed(target.posting));
            }
        };
    }

    private @Nullable PastPosting resolver(UUID id) {
        return past.values().stream()
                .filter(each -> each.answer == null && id.equals(each.posting.refersTo()))
                .findFirst()
                .orElse(null);
    }

    private List<Leg> reversed(Posting posting) {
        List<Leg> legs = posting.kind() == PostingKind.POST_PENDING
                ? past.get(posting.refersTo()).posting.legs()
                : posting.legs();
        List<Leg> mirrored = new ArrayList<>();
        for (Leg leg : legs.reversed()) {
            mirrored.add(new Leg(leg.credit(), leg.debit(), leg.amount(), leg.code()));
        }
        return mirrored;
    }

    private @Nullable RejectionReason move(PostingKind kind, List<Leg> legs) {
        List<Runnable> back = new ArrayList<>();
        for (Leg leg : legs) {
            ReferenceAccount debit = accounts.get(leg.debit().value());
            ReferenceAccount credit = accounts.get(leg.credit().value());
            RejectionReason reason = debit == null || credit == null
                    ? RejectionReason.ACCOUNT_UNKNOWN
                    : kind != PostingKind.VOID_PENDING
                                    && kind != PostingKind.POST_PENDING
                                    && (debit.frozen || credit.frozen)
                            ? RejectionReason.ACCOUNT_FROZEN
                            : null;
            if (reason == null) {
                long cents = leg.amount().units().longValueExact();
                apply(kind, debit, credit, cents, 1);
                back.add(() -> apply(kind, debit, credit, cents, -1));
                reason = debit.isWithinBound() && credit.isWithinBound() ? null : RejectionReason.INSUFFICIENT_FUNDS;
            }
            if (reason != null) {
                back.forEach(Runnable::run);
                return reason;
            }
        }
        return null;
    }

    private static void apply(PostingKind kind, ReferenceAccount debit, ReferenceAccount credit, long cents, int sign) {
        long posted = kind == PostingKind.PENDING || kind == PostingKind.VOID_PENDING ? 0 : cents * sign;
        long held = kind == PostingKind.PENDING
                ? cents * sign
                : kind == PostingKind.POST_PENDING || kind == PostingKind.VOID_PENDING ? -cents * sign : 0;
        debit.posted -= posted;
        credit.posted += posted;
        debit.heldOut += held;
        credit.heldIn += held;
    }
}
