package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.media.UploadType;

/**
 * A work that people and every gate have let be seen. Its words are for everybody; its pictures are not.
 *
 * @param release exactly these bytes and words
 * @param version of the release's state
 * @param title empty if its key was destroyed
 */
public record PublishedWork(
        UUID id,
        UUID release,
        int version,
        AccountId creator,
        UUID upload,
        UploadType type,
        String title,
        String description,
        List<String> tags,
        Showing showing,
        Instant publishedAt) {
    public PublishedWork {
        tags = List.copyOf(tags);
    }

    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "PublishedWork[" + id + "]";
    }
}
