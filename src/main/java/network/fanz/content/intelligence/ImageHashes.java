package network.fanz.content.intelligence;

import java.util.List;
import network.fanz.content.media.PictureRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A file's hashes.
 *
 * @param looks the ways of seeing it, first the whole as it is stored; none if it could not be read as a picture
 * @param refusal why there are none; null if there are
 */
public record ImageHashes(
        FileDigests digests,
        List<PictureLook> looks,
        @Nullable PictureRefusal refusal) {
    public ImageHashes {
        looks = List.copyOf(looks);
        if (looks.isEmpty() == (refusal == null)) {
            throw new IllegalArgumentException("A file has looks, or a reason why not");
        }
    }

    /** Whether every way of seeing it can be told from others. Nothing is known of a picture that cannot, however few its matches. */
    public boolean isHashable() {
        return !looks.isEmpty() && looks.stream().allMatch(PictureLook::isHashable);
    }
}
