package network.fanz.content.compliance.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.VerificationMove;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.events.VerificationMoved;
import network.fanz.content.compliance.spi.ProvenIdentity;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a move with its history, its event, its audit entry and its letter in the caller's transaction, which holds the creator's lock.
 */
@Component
class VerificationMoves {
    private final VerificationStore store;
    private final VerificationListStore lists;
    private final SealedIdentities identities;
    private final VerificationLetters letters;
    private final Events events;
    private final Audit audit;

    VerificationMoves(
            VerificationStore store,
            VerificationListStore lists,
            SealedIdentities identities,
            VerificationLetters letters,
            Events events,
            Audit audit) {
        this.store = store;
        this.lists = lists;
        this.identities = identities;
        this.letters = letters;
        this.events = events;
        this.audit = audit;
    }

    void begin(UUID id, AccountId creator, String provider, Instant at, Instant askAt) {
        store.insert(id, creator, provider, at, askAt);
        record(
                id,
                creator,
                1,
                new VerificationMove(VerificationState.NONE, VerificationState.STARTED, null, creator, at));
    }

    /** A yes takes the place of the creator's yes before. */
    void verify(VerificationRow row, ProvenIdentity identity, Instant at) {
        store.verified(row.check().creator())
                .ifPresent(older -> moveSilently(older, VerificationState.REPLACED, null, null, null, at));
        moveSilently(row, VerificationState.VERIFIED, null, identity, null, at);
        letters.verified(row.check().creator(), identity.expires());
    }

    /** A no for which only staff let somebody try again ends the creator's yes before, too. One letter tells of both. */
    void refuse(VerificationRow row, String reason, Instant at) {
        moveSilently(row, VerificationState.REFUSED, reason, null, null, at);
        AccountId creator = row.check().creator();
        if (bars(reason)) {
            store.verified(creator)
                    .ifPresent(older -> moveSilently(older, VerificationState.REFUSED, reason, null, null, at));
        }
        letters.refused(creator, reason);
    }

    /** A no about a check that has ended, for which only staff let somebody try again, ends the creator's yes. */
    void endLater(AccountId creator, String reason, Instant at) {
        if (bars(reason)) {
            store.verified(creator).ifPresent(verified -> {
                moveSilently(verified, VerificationState.REFUSED, reason, null, null, at);
                letters.refused(creator, reason);
            });
        }
    }

    private static boolean bars(String reason) {
        return Arrays.stream(VerificationRefusal.values())
                .anyMatch(refusal -> refusal.bars() && refusal.code().equals(reason));
    }

    /**
     * All of one creator; one letter tells of them.
     *
     * @param rows one at least
     */
    void withdraw(List<VerificationRow> rows, String reason, AccountId by, Instant at) {
        rows.forEach(row -> moveSilently(row, VerificationState.WITHDRAWN, reason, null, by, at));
        letters.withdrawn(rows.getFirst().check().creator(), reason);
    }

    void expire(VerificationRow row, Instant at) {
        moveSilently(row, VerificationState.EXPIRED, null, null, null, at);
        letters.expired(row.check().creator());
    }

    /** Of doubt, and of what was not finished, no letter tells. */
    void move(VerificationRow row, VerificationState to, @Nullable String reason, Instant at) {
        moveSilently(row, to, reason, null, null, at);
    }

    private void moveSilently(
            VerificationRow row,
            VerificationState to,
            @Nullable String reason,
            @Nullable ProvenIdentity identity,
            @Nullable AccountId by,
            Instant at) {
        UUID id = row.check().id();
        VerificationTransitions.require(row.check().state(), to);
        store.move(row, to, reason, identity == null ? null : identities.seal(id, identity), at);
        record(
                id,
                row.check().creator(),
                row.version() + 1,
                new VerificationMove(row.check().state(), to, reason, by, at));
    }

    private void record(UUID id, AccountId creator, int version, VerificationMove move) {
        lists.insertMove(id, version, move);
        events.append(new VerificationMoved(
                id, creator, move.from().code(), move.to().code(), move.reason(), move.by(), move.at()));
        AuditAction done = AuditAction.of(action(move), move.by(), "account:" + creator)
                .with("verification", id.toString())
                .with("from", move.from().code())
                .with("to", move.to().code());
        audit.record(move.reason() == null ? done : done.with("reason", move.reason()));
    }

    private static String action(VerificationMove move) {
        return switch (move.to()) {
            case STARTED -> "compliance.begin_verification";
            case WITHDRAWN -> "compliance.withdraw_verification";
            case NONE, IN_DOUBT, VERIFIED, REFUSED, LAPSED, EXPIRED, REPLACED -> "compliance.move_verification";
        };
    }
}
