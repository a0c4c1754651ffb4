package network.fanz.content.media;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import network.fanz.content.media.events.UploadReceived;
import network.fanz.platform.events.Events;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes parts count that lie in the store. With the last one the file is there, and the others are told. */
@Component
class UploadCommits {
    private final UploadStore store;
    private final UploadPartStore parts;
    private final UploadEnds ends;
    private final ObjectStore objects;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final UploadTimes times;

    UploadCommits(
            UploadStore store,
            UploadPartStore parts,
            UploadEnds ends,
            ObjectStore objects,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            UploadTimes times) {
        this.store = store;
        this.parts = parts;
        this.ends = ends;
        this.objects = objects;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.times = times;
    }

    /**
     * Looks what the file is, once enough of it has come.
     *
     * @param start its first bytes
     * @param end how far it has come
     * @throws UploadTypeRefused if it is of no kind that is taken; it is then gone
     */
    void requireType(UploadTurn turn, byte[] start, long end) {
        if (!turn.typed() && isDecided(turn, start, end) && UploadType.of(start).isEmpty()) {
            ends.refuse(turn);
            throw new UploadTypeRefused();
        }
    }

    /**
     * Lets parts count. Emits {@code upload_received} with the last one.
     *
     * @throws UploadTypeRefused if the file is of no kind that is taken; it is then gone
     * @throws UploadTakenOver if another writes now
     */
    void commit(UploadTurn turn, List<WrittenPart> written, byte[] start) {
        long end = written.getLast().end();
        UploadType type = null;
        if (!turn.typed() && isDecided(turn, start, end)) {
            Optional<UploadType> found = UploadType.of(start);
            if (found.isEmpty()) {
                discard(turn, written);
            }
            requireType(turn, start, end);
            type = found.orElseThrow();
        }
        UploadType known = type;
        transaction.executeWithoutResult(status -> {
            Instant now = times.now();
            for (WrittenPart part : written) {
                put(turn, part, known, now);
            }
            if (end == turn.length()) {
                finish(turn, now);
            }
        });
    }

    private static boolean isDecided(UploadTurn turn, byte[] start, long end) {
        return start.length >= UploadType.LOOKED_AT || start.length > 0 && end == turn.length();
    }

    private void put(UploadTurn turn, WrittenPart part, @Nullable UploadType type, Instant now) {
        if (!store.advance(turn.upload(), turn.fence(), part.before(), part.end(), type, times.expiry(now))) {
            throw new UploadTakenOver();
        }
        objects.keep(turn.upload(), part.stored());
        parts.put(turn.upload(), part.number(), part.start(), part.stored());
        if (part.replaced() != null) {
            objects.release(part.replaced());
            store.addWasted(turn.upload(), part.before() - part.start());
        }
    }

    private void finish(UploadTurn turn, Instant now) {
        UploadStore.UploadRow whole = store.lock(turn.upload()).orElseThrow();
        UploadType type = Objects.requireNonNull(whole.type(), "A file that is whole is of a kind");
        store.finish(turn.upload(), now);
        events.append(new UploadReceived(turn.upload(), turn.owner(), turn.length(), type.mediaType(), now));
        audit.record(AuditAction.of("media.receive", turn.owner(), UploadEnds.subject(turn.upload()))
                .with("bytes", Long.toString(turn.length())));
    }

    /** Their bytes go soon, rather than when the store is next compared with its rows. */
    void discard(UploadTurn turn, List<WrittenPart> written) {
        transaction.executeWithoutResult(status -> written.forEach(part -> {
            objects.keep(turn.upload(), part.stored());
            objects.release(part.stored().address());
            store.addWasted(turn.upload(), part.stored().length());
        }));
    }
}
