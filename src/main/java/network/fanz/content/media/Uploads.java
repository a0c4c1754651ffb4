package network.fanz.content.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.CanonicalText;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Sentence;
import network.fanz.content.media.UploadStore.UploadRow;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What creators send: begun, looked at and deleted by its owner alone. To anybody else there is no such upload. */
@Component
public class Uploads {
    private static final String NAME = "media.upload.file_name";

    private final UploadStore store;
    private final UploadQuotas quotas;
    private final UploadTurns turns;
    private final UploadEnds ends;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final UploadTimes times;

    Uploads(
            UploadStore store,
            UploadQuotas quotas,
            UploadTurns turns,
            UploadEnds ends,
            Vault vault,
            Audit audit,
            TransactionOperations transaction,
            UploadTimes times) {
        this.store = store;
        this.quotas = quotas;
        this.turns = turns;
        this.ends = ends;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.times = times;
    }

    /**
     * Begins an upload. With the same key it is the same one.
     *
     * @throws UploadNotAllowed if something is missing that comes before: who the creator is, or the agreement
     * @throws FileTooLarge if no file may be as long
     * @throws UploadsUnfinished if the account has too many that are not finished
     * @throws DayUsedUp if it has begun too many in a day
     * @throws DayBytesUsedUp if it would be too much for a day
     * @throws SpaceUsedUp if it would be too much in all
     * @throws UploadKeyReused if the key has begun one of another length
     */
    Upload begin(AccountId owner, NewUpload file, String key) {
        quotas.requireLength(file.length());
        UUID id = Ids.derived("media.upload", owner + " " + key);
        return transaction.execute(status -> {
            store.lock(owner);
            Optional<UploadRow> before = store.find(id);
            if (before.isEmpty()) {
                quotas.requireAllowed(owner);
                quotas.requireShare(owner, file.length(), times.now());
                insert(id, owner, file);
            } else if (before.get().length() != file.length()) {
                throw new UploadKeyReused();
            }
            return store.find(id).map(this::opened).orElseThrow();
        });
    }

    private void insert(UUID id, AccountId owner, NewUpload file) {
        byte[] name = file.fileName() == null ? null : vault.seal(owner.value(), NAME, file.fileName());
        store.insert(id, owner, file.length(), name, times.now(), times.expiry(times.now()));
        audit.record(AuditAction.of("media.begin", owner, UploadEnds.subject(id))
                .with("bytes", Long.toString(file.length())));
    }

    /**
     * How far one has come. A writer that has given no sign of life for some seconds is put off, so that its owner can go on.
     *
     * @throws NotFound if it is nobody's or somebody else's
     * @throws UploadGone if its bytes are deleted
     */
    Upload look(UUID id, AccountId owner) {
        return opened(turns.look(id, owner));
    }

    /**
     * One of an account's that is there.
     *
     * @throws NotFound if it is nobody's or somebody else's, or is gone
     */
    public Upload find(UUID id, AccountId owner) {
        return store.find(id)
                .filter(row -> row.owner().equals(owner) && !row.isGone())
                .map(this::opened)
                .orElseThrow(() -> new NotFound("upload"));
    }

    /** An account's uploads that are there, the newest first. */
    public Page<Upload> of(AccountId owner, @Nullable String after, int limit) {
        return Page.cut(
                        store.there(owner, mark(after), limit + 1),
                        limit,
                        row -> row.id().toString())
                .map(this::opened);
    }

    /** All of an account, also such as are gone, the oldest first. */
    Page<Upload> all(AccountId owner, @Nullable String after, int limit) {
        return Page.cut(
                        store.all(owner, times.shownSince(times.now()), mark(after), limit + 1),
                        limit,
                        row -> row.id().toString())
                .map(this::opened);
    }

    /**
     * Deletes one for good, in backups too. Whoever still sends it stores nothing any more. Done again it changes nothing.
     *
     * @throws NotFound if it is nobody's or somebody else's
     */
    public void delete(UUID id, AccountId owner) {
        UploadRow row =
                store.find(id).filter(found -> found.owner().equals(owner)).orElseThrow(() -> new NotFound("upload"));
        if (!row.isGone()) {
            ends.delete(id, owner);
        }
    }

    /** What is missing before an account may upload, in sentences; empty if nothing is. */
    public List<Sentence> whyNot(AccountId owner) {
        return quotas.whyNot(owner);
    }

    /** The largest file in bytes. */
    public long fileMax() {
        return quotas.fileMax();
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null ? null : CanonicalText.uuid(after);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("after", "This is not what it should be.");
        }
    }

    private Upload opened(UploadRow row) {
        return new Upload(
                row.id(),
                row.owner(),
                row.isGone() ? UploadState.GONE : row.state(),
                name(row),
                row.length(),
                row.received(),
                row.type(),
                row.createdAt(),
                row.expiresAt(),
                row.finishedAt());
    }

    private @Nullable String name(UploadRow row) {
        try {
            return row.fileName() == null ? null : vault.open(row.owner().value(), NAME, row.fileName());
        } catch (SubjectForgotten erased) {
            return null;
        }
    }
}
