package network.fanz.content.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import network.fanz.common.AccountId;
import network.fanz.content.media.UploadStore.UploadRow;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes uploads: their bytes are released, and their key is destroyed, so that no backup gives them back. */
@Component
class UploadEnds {
    private static final int AT_ONCE = 100;
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final UploadStore store;
    private final UploadBytes bytes;
    private final UploadClaimStore claims;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final UploadTimes times;

    UploadEnds(
            UploadStore store,
            UploadBytes bytes,
            UploadClaimStore claims,
            Vault vault,
            Audit audit,
            TransactionOperations transaction,
            UploadTimes times) {
        this.store = store;
        this.bytes = bytes;
        this.claims = claims;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.times = times;
    }

    static String subject(UUID upload) {
        return "upload:" + upload;
    }

    /**
     * Its owner does not want it any more. Whoever still writes it stores nothing. Done twice it is the same as done once.
     *
     * @throws UploadInUse if a work was made of it
     */
    void delete(UUID id, AccountId owner) {
        end(id, UploadEnd.DELETED, "media.delete", owner, row -> true);
    }

    /** Nobody will see the work any more that was made of it. */
    void discard(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (store.lock(id).filter(row -> row.givenUpAt() != null).isPresent()) {
                claims.remove(id);
            }
        });
        end(id, UploadEnd.DELETED, "media.discard", null, row -> row.givenUpAt() != null);
    }

    /** It is of a kind that is not taken. A writer that was put off refuses nothing. */
    void refuse(UploadTurn turn) {
        end(turn.upload(), UploadEnd.WRONG_TYPE, "media.refuse", null, row -> row.fence() == turn.fence());
    }

    /** Ends what nobody goes on with, and forgets what was gone for long enough, until nothing is due. */
    void expire() {
        Instant now = times.now();
        Instant latest = times.expiry(now).plus(CLOCKS_DIFFER_MAX);
        while (expireSome(now, latest) && !Thread.currentThread().isInterrupted()) {
            now = times.now();
        }
        Instant longest = times.forgotten(now).plus(CLOCKS_DIFFER_MAX);
        while (forgetSome(now, longest) && !Thread.currentThread().isInterrupted()) {
            now = times.now();
        }
    }

    private boolean expireSome(Instant now, Instant latest) {
        List<UUID> due = store.due(UploadState.RECEIVING, now, latest, AT_ONCE);
        for (UUID id : due) {
            if (!postponed(id, now, latest)) {
                end(id, UploadEnd.EXPIRED, "media.expire", null, row -> isDue(row, now));
            }
        }
        return due.size() == AT_ONCE;
    }

    private static boolean isDue(UploadRow row, Instant now) {
        return row.state() == UploadState.RECEIVING
                && row.expiresAt() != null
                && !row.expiresAt().isAfter(now);
    }

    /**
     * Somebody still writes one; and what ends later than anything can that begins now was written before the clock jumped. Both end as late
     * as if they began now.
     */
    private boolean postponed(UUID id, Instant now, Instant latest) {
        UploadRow row = store.find(id).orElse(null);
        boolean postponed = row != null
                && row.expiresAt() != null
                && (row.expiresAt().isAfter(latest) || UploadTurns.isAlive(row.writerUntil(), now, Duration.ZERO));
        if (postponed) {
            store.setExpiry(id, times.expiry(now));
        }
        return postponed;
    }

    private boolean forgetSome(Instant now, Instant longest) {
        List<UUID> due = store.due(UploadState.GONE, now, longest, AT_ONCE);
        // Destroyed already, unless a kill came in between: with the row goes the last that names it.
        due.forEach(id -> {
            vault.forget(id);
            store.remove(id);
        });
        return due.size() == AT_ONCE;
    }

    private void end(UUID id, UploadEnd why, String action, @Nullable AccountId by, Predicate<UploadRow> ifStill) {
        boolean ended = Boolean.TRUE.equals(transaction.execute(status -> {
            UploadRow row = store.lock(id).orElse(null);
            if (row == null || row.state() == UploadState.GONE || !ifStill.test(row)) {
                return false;
            }
            if (claims.has(id)) {
                throw new UploadInUse();
            }
            bytes.release(id);
            store.end(id, why, times.forgotten(times.now()));
            audit.record(AuditAction.of(action, by, subject(id))
                    .with("owner", row.owner().toString()));
            return true;
        }));
        if (ended) {
            vault.forget(id);
        }
    }
}
