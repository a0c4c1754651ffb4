package network.fanz.content.catalogue.releases;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.media.UploadType;
import org.jspecify.annotations.Nullable;

/**
 * A release as it is kept.
 *
 * @param title sealed under the work's key, as the description is
 * @param tags sealed as well; null if it has none
 * @param sha256 of its bytes, once they were read
 * @param derived SHA-256 over all that is shown of it, once it was made
 * @param version counts its moves
 * @param heldIn where it stood when it was held; null while it is not
 * @param tries how often the check before it has failed
 * @param nextAt when it was to be looked at, as it was read: whoever sets it anew meanwhile is heard; null if nobody looks by themselves
 * @param withdrawnAt when its creator took it back; also of one that is sealed, which stays so
 */
public record ReleaseRow(
        UUID id,
        UUID work,
        AccountId creator,
        UUID upload,
        UploadType type,
        long length,
        byte[] title,
        byte[] description,
        byte @Nullable [] tags,
        @Nullable String sha256,
        @Nullable String derived,
        ReleaseState state,
        int version,
        @Nullable ReleaseCause cause,
        @Nullable ReleaseState heldIn,
        int tries,
        @Nullable Instant nextAt,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        Instant movedAt) {
    ReleaseInHand inHand() {
        return new ReleaseInHand(id, work, creator, upload, type, length);
    }

    @Override
    public String toString() {
        return "ReleaseRow[" + id + ", " + state + "]";
    }
}
