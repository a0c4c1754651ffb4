package network.fanz.content.media;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A file that a creator sends or has sent.
 *
 * @param fileName what its sender called it; null if it was not called anything, is gone, or its owner was erased. It says nothing about
 *     what the file is
 * @param length how many bytes it has in all
 * @param received how many of them have come
 * @param type what its first bytes say that it is; null until they have come
 * @param expiresAt when an unfinished one is deleted, and one that is gone is forgotten
 */
public record Upload(
        UUID id,
        AccountId owner,
        UploadState state,
        @Nullable String fileName,
        long length,
        long received,
        @Nullable UploadType type,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant finishedAt) {
    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "Upload[" + id + "]";
    }
}
