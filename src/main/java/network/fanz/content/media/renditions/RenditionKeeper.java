package network.fanz.content.media.renditions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Sha256;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.Rendition;
import network.fanz.platform.objects.ObjectDraft;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.platform.objects.StoredObject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps renditions under their upload's key: with that key they are gone. */
@Component
public class RenditionKeeper {
    private static final int PIECE = 64 * 1024;

    private final RenditionStore store;
    private final ObjectStore objects;
    private final TransactionOperations transaction;

    RenditionKeeper(RenditionStore store, ObjectStore objects, TransactionOperations transaction) {
        this.store = store;
        this.objects = objects;
        this.transaction = transaction;
    }

    private record Kept(Rendition rendition, StoredObject stored) {}

    /**
     * Keeps what was made in one go in the place of what was kept before under that name; all of it or none.
     *
     * @param bundle such as {@code picture} or {@code 720p}
     * @throws network.fanz.platform.objects.StoreUnreachable if the store takes nothing now
     * @throws IllegalStateException if the upload was deleted meanwhile
     */
    public void keep(UUID upload, String bundle, List<NewRendition> files) {
        List<Kept> kept =
                files.stream().map(file -> stored(upload, bundle, file)).toList();
        transaction.executeWithoutResult(status -> {
            if (!store.lock(upload)) {
                throw new IllegalStateException("The upload was deleted");
            }
            store.remove(upload, bundle).forEach(objects::release);
            for (Kept each : kept) {
                objects.keep(upload, each.stored());
                store.insert(each.rendition(), each.stored());
            }
        });
    }

    private Kept stored(UUID upload, String bundle, NewRendition made) {
        MessageDigest digest = Sha256.newDigest();
        StoredObject stored;
        try (InputStream bytes = Files.newInputStream(made.file());
                ObjectDraft draft = objects.draft(upload)) {
            byte[] piece = new byte[PIECE];
            for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
                digest.update(piece, 0, count);
                draft.write(piece, 0, count);
            }
            stored = draft.store();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Kept(
                new Rendition(
                        upload,
                        bundle,
                        made.name(),
                        made.kind(),
                        made.mediaType(),
                        stored.length(),
                        HexFormat.of().formatHex(digest.digest()),
                        made.width(),
                        made.height(),
                        stored.address()),
                stored);
    }

    public List<Rendition> of(UUID upload) {
        return store.all(upload);
    }

    public Optional<Rendition> find(UUID upload, String name) {
        return store.find(upload, name);
    }

    public SeekableByteChannel open(Rendition rendition) {
        return objects.open(rendition.upload(), rendition.address());
    }

    /** See {@link network.fanz.content.media.Renditions#digest}. */
    public String digest(UUID upload) {
        MessageDigest digest = Sha256.newDigest();
        for (Rendition each : store.all(upload)) {
            digest.update((each.name() + " " + each.sha256() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** In the transaction of whoever deletes the upload. */
    public void release(UUID upload) {
        store.removeAll(upload).forEach(objects::release);
    }
}
