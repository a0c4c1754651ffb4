package network.fanz.content.media;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.media.UploadPartStore.UploadPart;
import org.jspecify.annotations.Nullable;

/**
 * A writer's right to an upload, for as long as nobody else has been given a higher fence.
 *
 * @param offset how many bytes had come when it began
 * @param last the last part then, null without any
 * @param typed whether it is known by then what the file is
 */
record UploadTurn(
        UUID upload,
        AccountId owner,
        long fence,
        long length,
        long offset,
        @Nullable UploadPart last,
        boolean typed) {
    long missing() {
        return length - offset;
    }
}
