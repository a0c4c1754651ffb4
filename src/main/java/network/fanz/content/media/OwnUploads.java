package network.fanz.content.media;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has sent, as far as it is known. The files themselves are theirs already. */
@Component
@Order(12)
class OwnUploads implements OwnRecords {
    private final Uploads uploads;

    OwnUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<Upload>of(
                        "uploads",
                        "Files that you uploaded, also such as were deleted lately.",
                        Set.of("media.upload"),
                        (owner, after) -> uploads.all(owner, after, OwnSection.PAGE))
                .with("name", Upload::fileName)
                .with("state", Upload::state)
                .with("bytes", Upload::length)
                .with("received", Upload::received)
                .with("type", OwnUploads::type)
                .with("begun_at", Upload::createdAt)
                .with("finished_at", Upload::finishedAt));
    }

    private static @Nullable String type(Upload upload) {
        return upload.type() == null ? null : upload.type().mediaType();
    }
}
