package network.fanz.content.moderation;

import java.util.List;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.intelligence.FileDigests;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.intelligence.PictureLook;

/**
 * What came of looking a file up, and by what it was looked up.
 *
 * @param looks of a film those of its frames, without such as look like the frame before
 */
record LookedUp(StepResult result, FileDigests digests, List<PictureLook> looks) {
    LookedUp {
        looks = List.copyOf(looks);
    }

    ImageHashes hashes() {
        return new ImageHashes(digests, looks, null);
    }
}
