package network.fanz.content.media;

import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.media.UploadStore.UploadRow;
import network.fanz.platform.objects.ObjectStore;
import org.springframework.stereotype.Component;

/** Whole files, for the program: who makes works of them takes them, and reads them. */
@Component
public class UploadFiles {
    private final UploadStore store;
    private final UploadClaimStore claims;
    private final UploadPartStore parts;
    private final ObjectStore objects;
    private final UploadEnds ends;
    private final UploadTimes times;

    UploadFiles(
            UploadStore store,
            UploadClaimStore claims,
            UploadPartStore parts,
            ObjectStore objects,
            UploadEnds ends,
            UploadTimes times) {
        this.store = store;
        this.claims = claims;
        this.parts = parts;
        this.objects = objects;
        this.ends = ends;
        this.times = times;
    }

    /**
     * Takes a file for a work, in the transaction of whoever makes it. From then on its owner cannot delete it.
     *
     * @throws NotFound if it is nobody's or somebody else's, or its bytes are deleted
     * @throws UploadNotWhole if bytes are missing
     * @throws UploadInUse if it was taken before
     */
    public ClaimedUpload claim(UUID upload, AccountId owner) {
        UploadRow row = store.lock(upload)
                .filter(found -> found.owner().equals(owner) && !found.isGone())
                .orElseThrow(() -> new NotFound("upload"));
        UploadType type = row.type();
        if (row.state() != UploadState.RECEIVED || type == null) {
            throw new UploadNotWhole();
        }
        Instant now = times.now();
        if (!claims.insert(upload, now)) {
            throw new UploadInUse();
        }
        return new ClaimedUpload(upload, type, row.length());
    }

    /** Its work has ended, in the transaction of whoever ends it: to its owner it is gone, and it counts no more. The bytes stay. */
    public void giveUp(UUID upload) {
        store.setGivenUp(upload, times.now());
    }

    /** Deletes the bytes of one that was given up, and all that was made of them, for good. Done again it changes nothing. */
    public void discard(UUID upload) {
        ends.discard(upload);
    }

    /** Which of these belong to works. */
    public Set<UUID> claimed(Collection<Upload> among) {
        return claims.among(among.stream().map(Upload::id).toList());
    }

    /** The file's bytes, to be read at any place. A stretch that was changed is not read but fails. */
    public SeekableByteChannel open(UUID upload) {
        return new JoinedParts(parts.all(upload), part -> objects.open(upload, part.address()));
    }

    /**
     * What its bytes say that a whole file is.
     *
     * @throws NotFound if there is none
     */
    public UploadType type(UUID upload) {
        return store.find(upload).map(UploadRow::type).orElseThrow(() -> new NotFound("upload"));
    }
}
