package network.fanz.content.compliance.performers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import network.fanz.common.NotFound;
import network.fanz.common.Sha256;
import network.fanz.content.compliance.DocumentScan;
import network.fanz.content.compliance.performers.ScanStore.ScanRow;
import network.fanz.content.media.UploadFiles;
import network.fanz.platform.objects.ObjectDraft;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.platform.objects.StoredObject;
import org.springframework.stereotype.Component;

/** Pictures of documents, as objects under the key of their record: no account's erasure takes them, and they go with the record. */
@Component
public class SealedScans {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ScanStore store;
    private final UploadFiles files;
    private final ObjectStore objects;

    SealedScans(ScanStore store, UploadFiles files, ObjectStore objects) {
        this.store = store;
        this.files = files;
        this.objects = objects;
    }

    /** Bytes that lie in the store and are nobody's yet: those that are not kept go by themselves. */
    public record Copied(StoredObject object, String sha256) {}

    /** Copies an upload's bytes below the record's key. */
    public Copied copy(UUID performer, UUID upload) {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream bytes = Channels.newInputStream(files.open(upload));
                ObjectDraft draft = objects.draft(performer)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
                draft.write(buffer, 0, count);
            }
            return new Copied(draft.store(), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the transaction of whoever names it. */
    public void keep(UUID id, UUID performer, UUID document, Copied copied, String mediaType, Instant at) {
        objects.keep(performer, copied.object());
        store.insert(new ScanRow(
                id,
                performer,
                document,
                copied.object().address(),
                copied.sha256(),
                mediaType,
                copied.object().length(),
                at));
    }

    /** @throws NotFound if the record has no such scan */
    public DocumentScan open(UUID performer, UUID id) {
        ScanRow row = store.find(performer, id).orElseThrow(() -> new NotFound("scan"));
        return new DocumentScan(
                row.mediaType(), row.length(), Channels.newInputStream(objects.open(performer, row.address())));
    }

    /** Where all pictures of a record lie. */
    List<String> addresses(UUID performer) {
        return store.addresses(performer);
    }

    /** In the transaction in which their record goes: after its commit the bytes go. */
    void release(List<String> addresses) {
        addresses.forEach(objects::release);
    }
}
