package network.fanz.content.media;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Problem;
import network.fanz.common.StreamedBody;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.platform.vault.SubjectForgotten;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes pieces of files as they come. What breaks off has come as far as it has come. */
@Component
class UploadWriter {
    private static final int BUFFER = 64 * 1024;

    private final UploadTurns turns;
    private final UploadCommits commits;
    private final ObjectStore objects;

    UploadWriter(UploadTurns turns, UploadCommits commits, ObjectStore objects) {
        this.turns = turns;
        this.commits = commits;
        this.objects = objects;
    }

    /**
     * Stores a piece.
     *
     * @param offset where the piece begins
     * @return how far the file has come then
     * @throws network.fanz.common.NotFound if it is nobody's or somebody else's
     * @throws UploadGone if its bytes are deleted
     * @throws UploadBusy if somebody writes
     * @throws OffsetDiffers if the file does not end where the piece begins
     * @throws PieceTooLong if fewer bytes are missing than come
     * @throws ChecksumDiffers if the piece is not what its sender meant
     * @throws UploadTypeRefused if the file is of no kind that is taken; it is then gone
     * @throws UploadTakenOver if another has gone on with it meanwhile
     */
    long append(UUID id, AccountId owner, long offset, StreamedBody body, @Nullable PieceChecksum checksum) {
        UploadTurn turn = turns.take(id, owner, offset, body.announced());
        try (PieceWriting writing = new PieceWriting(turn, objects, commits, checksum)) {
            copy(body, turn, writing);
            return writing.finish();
        } catch (SubjectForgotten deleted) {
            throw new UploadGone();
        } finally {
            turns.end(turn);
        }
    }

    private void copy(StreamedBody body, UploadTurn turn, PieceWriting writing) {
        byte[] bytes = new byte[BUFFER];
        long missing = turn.missing();
        long renewed = System.nanoTime();
        for (int count = read(body, bytes, missing, writing); count >= 0; count = read(body, bytes, missing, writing)) {
            if (count > missing) {
                writing.breakOff();
                throw new PieceTooLong();
            }
            writing.write(bytes, count);
            missing -= count;
            // With the last byte the file may be whole already, and nobody's to write.
            if (missing > 0 && System.nanoTime() - renewed > UploadTurns.RENEWED_EVERY.toNanos()) {
                turns.renew(turn);
                renewed = System.nanoTime();
            }
        }
    }

    /** One byte more than may come, so that it is seen. */
    private static int read(StreamedBody body, byte[] into, long missing, PieceWriting writing) {
        try {
            return body.read(into, 0, (int) Math.min(into.length, missing + 1));
        } catch (Problem gone) {
            writing.breakOff();
            throw gone;
        }
    }
}
