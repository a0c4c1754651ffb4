package network.fanz.content.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import network.fanz.content.media.pictures.PictureReader;
import network.fanz.content.media.pictures.PictureSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** Pictures in files of this machine, for commands beside the program: read as carefully as those of strangers. */
public final class LocalPictures {
    private final PictureReader reader = new PictureReader(
            Binder.get(new StandardEnvironment()).bindOrCreate("fanz.pictures", PictureSettings.class));

    /**
     * As people see it: upright, on white, and no side longer than that many pixels.
     *
     * @throws PictureRefused if it cannot be read within the limits
     * @throws IOException if there is no such file
     */
    public <T> T upright(Path file, int longestSide, Function<BufferedImage, T> use)
            throws IOException, PictureRefused {
        if (Files.size(file) > reader.fileMax()) {
            throw PictureRefusal.TOO_LARGE.refused();
        }
        return reader.upright(Files.readAllBytes(file), longestSide, use);
    }
}
