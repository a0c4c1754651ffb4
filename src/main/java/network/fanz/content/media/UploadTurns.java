package network.fanz.content.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.media.UploadStore.UploadRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who writes an upload. A writer has it for half a minute from its last sign of life. One that has given none for some seconds is taken for
 * dead as soon as the owner asks how far the upload has come; if it lives after all, its fence is too old and it stores nothing any more.
 */
@Component
class UploadTurns {
    /** How often a writer to whom bytes come gives a sign of life. */
    static final Duration RENEWED_EVERY = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SILENT_MAX = Duration.ofSeconds(10);
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final UploadStore store;
    private final UploadPartStore parts;
    private final UploadQuotas quotas;
    private final TransactionOperations transaction;
    private final Clock clock;

    UploadTurns(
            UploadStore store,
            UploadPartStore parts,
            UploadQuotas quotas,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.parts = parts;
        this.quotas = quotas;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins to write.
     *
     * @param offset where the caller goes on
     * @param announced how many bytes it says that it has; -1 if it does not say
     * @throws NotFound if it is nobody's or somebody else's
     * @throws UploadGone if its bytes are deleted
     * @throws UploadBusy if somebody writes
     * @throws OffsetDiffers if it does not stand there
     * @throws PieceTooLong if fewer bytes are missing
     * @throws DayBytesUsedUp if so much was sent for nothing that the day is used up
     */
    UploadTurn take(UUID id, AccountId owner, long offset, long announced) {
        return transaction.execute(status -> {
            UploadRow row = owned(id, owner, store.lock(id).orElse(null));
            Instant now = now();
            if (isAlive(row.writerUntil(), now, Duration.ZERO)) {
                throw new UploadBusy();
            }
            if (offset != row.received()) {
                throw new OffsetDiffers();
            }
            if (announced > row.length() - row.received()) {
                throw new PieceTooLong();
            }
            quotas.requireDay(owner, row.wasted(), now);
            if (row.state() == UploadState.RECEIVING) {
                store.replaceWriter(id, now.plus(LEASE));
            }
            return new UploadTurn(
                    id,
                    owner,
                    row.fence() + 1,
                    row.length(),
                    row.received(),
                    parts.last(id).orElse(null),
                    row.type() != null);
        });
    }

    /** @throws UploadTakenOver if another writes now */
    void renew(UploadTurn turn) {
        if (!store.setWriter(turn.upload(), turn.fence(), now().plus(LEASE))) {
            throw new UploadTakenOver();
        }
    }

    /** Others may write. */
    void end(UploadTurn turn) {
        store.setWriter(turn.upload(), turn.fence(), null);
    }

    /**
     * How far it has come. A writer that has been silent for too long is put off.
     *
     * @throws NotFound if it is nobody's or somebody else's
     * @throws UploadGone if its bytes are deleted
     */
    UploadRow look(UUID id, AccountId owner) {
        UploadRow row = owned(id, owner, store.find(id).orElse(null));
        if (row.writerUntil() == null || isAlive(row.writerUntil(), now(), SILENT_MAX)) {
            return row;
        }
        return transaction.execute(status -> {
            UploadRow again = owned(id, owner, store.lock(id).orElse(null));
            if (again.writerUntil() != null && !isAlive(again.writerUntil(), now(), SILENT_MAX)) {
                store.replaceWriter(id, null);
            }
            return again;
        });
    }

    /** A time that no lease can have given is no fact. */
    static boolean isAlive(@Nullable Instant until, Instant now, Duration silentMax) {
        Instant earliest = silentMax.isZero() ? now : now.plus(LEASE).minus(silentMax);
        return until != null
                && until.isAfter(earliest)
                && !until.isAfter(now.plus(LEASE).plus(CLOCKS_DIFFER_MAX));
    }

    private static UploadRow owned(UUID id, AccountId owner, @Nullable UploadRow row) {
        if (row == null || !row.owner().equals(owner)) {
            throw new NotFound("upload");
        }
        if (row.isGone()) {
            throw new UploadGone();
        }
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
