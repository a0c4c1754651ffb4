package network.fanz.content.moderation.review;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.Pictures;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.Renditions;
import network.fanz.content.moderation.ReviewPicture;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;

/** Opens pictures to whoever has their item in hand. */
@Component
public class MediaDoor {
    private static final List<RenditionKind> SHOWN =
            List.of(RenditionKind.PICTURE, RenditionKind.STORYBOARD, RenditionKind.POSTER);
    /** Drawn anew of a file of which nothing was made. */
    private static final String HELD = "held.jpg";

    private static final int HELD_PIXELS_MAX = 1280;

    private final ReviewSubjects subjects;
    private final Renditions renditions;
    private final Pictures pictures;
    private final Looks looks;
    private final Transactions transaction;

    MediaDoor(
            ReviewSubjects subjects, Renditions renditions, Pictures pictures, Looks looks, Transactions transaction) {
        this.subjects = subjects;
        this.renditions = renditions;
        this.pictures = pictures;
        this.looks = looks;
        this.transaction = transaction;
    }

    /** See {@link network.fanz.content.moderation.ReviewMedia#names}. */
    public List<String> names(UUID item, AccountId reader) {
        return names(subjects.inHand(item, reader).release());
    }

    private List<String> names(ReleaseInHand release) {
        List<String> made = renditions.of(release.upload()).stream()
                .filter(each -> SHOWN.contains(each.kind()))
                .sorted(Comparator.comparing(each -> SHOWN.indexOf(each.kind())))
                .map(Rendition::name)
                .toList();
        return made.isEmpty() && !release.type().isFilm() ? List.of(HELD) : made;
    }

    /** See {@link network.fanz.content.moderation.ReviewMedia#open}. */
    public ReviewPicture open(UUID item, String name, AccountId reader) {
        ReleaseInHand release = subjects.inHand(item, reader).release();
        if (!names(release).contains(name)) {
            throw new NotFound("picture");
        }
        transaction.in(() -> {
            looks.record(
                    reader,
                    AuditAction.of("moderation.see_picture", reader, "work:" + release.work())
                            .with("release", item.toString())
                            .with("picture", name));
            return true;
        });
        return name.equals(HELD)
                ? held(release.upload())
                : renditions
                        .find(release.upload(), name)
                        .map(made -> new ReviewPicture(made.mediaType(), made.length(), renditions.open(made)))
                        .orElseThrow(() -> new NotFound("picture"));
    }

    private ReviewPicture held(UUID upload) {
        try {
            byte[] drawn = pictures.upright(pictures.bytes(upload), HELD_PIXELS_MAX, MediaDoor::drawn);
            return new ReviewPicture("image/jpeg", drawn.length, Channels.newChannel(new ByteArrayInputStream(drawn)));
        } catch (PictureRefused | IOException unreadable) {
            throw new NotFound("picture");
        }
    }

    private static byte[] drawn(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
