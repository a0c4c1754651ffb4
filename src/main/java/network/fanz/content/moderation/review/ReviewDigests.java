package network.fanz.content.moderation.review;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import network.fanz.common.Sha256;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.ReviewItem;
import org.springframework.stereotype.Component;

/** What a decision is about. Of what a check has held nothing was made yet that would be seen: its bytes and words are the release itself. */
@Component
class ReviewDigests {
    private final Releases releases;

    ReviewDigests(Releases releases) {
        this.releases = releases;
    }

    String of(ReviewItem item) {
        return item.reason().isOfHeld()
                ? HexFormat.of().formatHex(Sha256.of(("moderation.held " + item.id()).getBytes(StandardCharsets.UTF_8)))
                : releases.digest(item.id());
    }
}
