package network.fanz.content.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.fanz.content.media.UploadPartStore.UploadPart;
import network.fanz.platform.objects.ObjectDraft;
import network.fanz.platform.objects.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * One piece on its way into the store, cut into parts. What was left over of the piece before, too small for an object of its own, is taken
 * into the first part. With a checksum nothing counts before all has been proved.
 */
final class PieceWriting implements AutoCloseable {
    static final int PART_MAX = 8 * 1024 * 1024;
    /** A last part with fewer bytes is taken into the next piece's first. */
    private static final int PART_MIN = 1024 * 1024;

    /** The store deletes what no row names after an hour; what waits for its proof is named by none. */
    private static final Duration PROVED_WITHIN = Duration.ofMinutes(30);

    /** More is not stored before it is proved. */
    static final long PROVED_MAX = 64 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final UploadTurn turn;
    private final ObjectStore objects;
    private final UploadCommits commits;
    private final @Nullable PieceChecksum checksum;
    private final List<WrittenPart> unproved = new ArrayList<>();
    private final long begun = System.nanoTime();
    private byte[] start = {};
    private @Nullable UploadPart leftOver;
    private @Nullable ObjectDraft draft;
    private int number;
    private long partStart;
    private long stored;
    private long taken;

    PieceWriting(UploadTurn turn, ObjectStore objects, UploadCommits commits, @Nullable PieceChecksum checksum) {
        this.turn = turn;
        this.objects = objects;
        this.commits = commits;
        this.checksum = checksum;
        UploadPart last = turn.last();
        this.leftOver = last != null && last.length() < PART_MIN ? last : null;
        this.number = last == null ? 0 : leftOver == null ? last.number() + 1 : last.number();
        this.partStart = leftOver == null ? turn.offset() : leftOver.start();
        this.stored = turn.offset();
    }

    void write(byte[] bytes, int count) {
        if (checksum != null) {
            checksum.add(bytes, 0, count);
            taken += count;
            requireProvable();
        }
        int written = 0;
        while (written < count) {
            ObjectDraft part = draft == null ? begin() : draft;
            int some = (int) Math.min(count - written, PART_MAX - part.length());
            put(part, bytes, written, some);
            written += some;
            if (part.length() == PART_MAX) {
                endPart();
            }
        }
    }

    /**
     * Stores what has come.
     *
     * @return how far the file has come
     * @throws ChecksumDiffers if the piece is not what its sender meant
     */
    long finish() {
        endPart();
        if (checksum != null && !checksum.matches()) {
            discard();
            throw new ChecksumDiffers();
        }
        commit(unproved);
        return stored;
    }

    /** Its sender has gone in the middle of the piece. What has come counts, unless only the whole of it could be proved. */
    void breakOff() {
        if (checksum == null) {
            endPart();
        } else {
            discard();
        }
    }

    private void requireProvable() {
        if (taken > PROVED_MAX) {
            discard();
            throw new PieceUnprovable(PROVED_MAX);
        }
        if (System.nanoTime() - begun > PROVED_WITHIN.toNanos()) {
            discard();
            throw new UnprovedTooLong(PROVED_WITHIN.toMinutes());
        }
    }

    private void discard() {
        commits.discard(turn, unproved);
        unproved.clear();
    }

    private ObjectDraft begin() {
        ObjectDraft begun = objects.draft(turn.upload());
        draft = begun;
        if (leftOver != null) {
            copy(leftOver, begun);
        }
        return begun;
    }

    private void copy(UploadPart part, ObjectDraft into) {
        byte[] bytes = new byte[BUFFER];
        try (SeekableByteChannel from = objects.open(turn.upload(), part.address())) {
            for (int count = from.read(ByteBuffer.wrap(bytes)); count >= 0; count = from.read(ByteBuffer.wrap(bytes))) {
                put(into, bytes, 0, count);
            }
        } catch (IOException damaged) {
            throw objects.failed(damaged);
        }
    }

    private void put(ObjectDraft part, byte[] bytes, int from, int count) {
        int missing = number == 0 ? UploadType.LOOKED_AT - start.length : 0;
        if (missing > 0) {
            int before = start.length;
            start = Arrays.copyOf(start, before + Math.min(missing, count));
            System.arraycopy(bytes, from, start, before, start.length - before);
        }
        part.write(bytes, from, count);
    }

    private void endPart() {
        if (draft == null) {
            return;
        }
        try (ObjectDraft part = draft) {
            long end = partStart + part.length();
            if (checksum == null) {
                commits.requireType(turn, start, end);
            }
            WrittenPart written = new WrittenPart(
                    number, partStart, stored, leftOver == null ? null : leftOver.address(), part.store());
            stored = end;
            partStart = end;
            number++;
            leftOver = null;
            unproved.add(written);
        } finally {
            draft = null;
        }
        if (checksum == null) {
            commit(unproved);
        }
    }

    private void commit(List<WrittenPart> parts) {
        if (!parts.isEmpty()) {
            commits.commit(turn, parts, start);
            parts.clear();
        }
    }

    @Override
    public void close() {
        if (draft != null) {
            draft.close();
        }
    }
}
