package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.media.UploadType;
import org.jspecify.annotations.Nullable;

/**
 * Something that a creator has made and wants to show, as its creator sees it.
 *
 * @param title one line; empty if its key was destroyed
 * @param description plain text; empty if there is none
 * @param tags by which it is found
 * @param state of its latest release
 * @param cause why that is held or does not come; null otherwise
 * @param movedAt since when it stands there
 */
public record Work(
        UUID id,
        AccountId creator,
        String title,
        String description,
        List<String> tags,
        UploadType type,
        ReleaseState state,
        @Nullable ReleaseCause cause,
        Instant createdAt,
        Instant movedAt) {
    public Work {
        tags = List.copyOf(tags);
    }

    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "Work[" + id + ", " + state + "]";
    }
}
