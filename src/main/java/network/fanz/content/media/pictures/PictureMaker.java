package network.fanz.content.media.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/**
 * Makes what is shown of a picture: drawn anew from its pixels, so that nothing of the file itself is passed on, neither places nor names nor a
 * second picture behind the first.
 */
@Component
public class PictureMaker {
    private static final int LONGEST_SIDE = 2560;
    private static final int THUMBNAIL_SIDE = 480;
    private static final float QUALITY = 0.85f;
    private static final float THUMBNAIL_QUALITY = 0.75f;
    private static final String BUNDLE = "picture";

    private final PictureReader reader;
    private final RenditionKeeper renditions;

    PictureMaker(PictureReader reader, RenditionKeeper renditions) {
        this.reader = reader;
        this.renditions = renditions;
    }

    /** See {@link network.fanz.content.media.PictureRenditions#make}. */
    public void make(UUID upload, byte[] file) throws PictureRefused, IOException {
        Path picture = Files.createTempFile("picture", ".jpg");
        Path thumbnail = Files.createTempFile("thumbnail", ".jpg");
        try {
            List<NewRendition> made = reader.upright(file, LONGEST_SIDE, image -> written(image, picture, thumbnail));
            for (NewRendition each : made) {
                verify(each);
            }
            renditions.keep(upload, BUNDLE, made);
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        } finally {
            Files.deleteIfExists(picture);
            Files.deleteIfExists(thumbnail);
        }
    }

    private static List<NewRendition> written(BufferedImage image, Path picture, Path thumbnail) {
        BufferedImage small = PictureScale.within(image, THUMBNAIL_SIDE);
        List<NewRendition> made = new ArrayList<>();
        made.add(written(image, RenditionKind.PICTURE, "picture.jpg", QUALITY, picture));
        made.add(written(small, RenditionKind.THUMBNAIL, "thumbnail.jpg", THUMBNAIL_QUALITY, thumbnail));
        return made;
    }

    private static NewRendition written(BufferedImage image, RenditionKind kind, String name, float quality, Path to) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        } finally {
            writer.dispose();
        }
        return new NewRendition(name, kind, "image/jpeg", image.getWidth(), image.getHeight(), to);
    }

    /** It is read again as any stranger's picture would be. */
    private void verify(NewRendition made) throws IOException, PictureRefused {
        boolean whole = reader.stored(
                Files.readAllBytes(made.file()),
                image -> image.getWidth() == made.width() && image.getHeight() == made.height());
        if (!whole) {
            throw new IOException("What was made of a picture is not what was meant");
        }
    }
}
