package network.fanz.content.media.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.pictures.PictureFile.PictureFormat;
import org.jspecify.annotations.Nullable;

/** Decodes pictures whose headers were found within the limits, in memory alone. Every pixel is looked at: one that is skipped could hide another picture. */
final class PictureDecoder {
    private final PictureSettings settings;

    PictureDecoder(PictureSettings settings) {
        this.settings = settings;
    }

    /** @throws PictureRefused if it is too large, takes too long, or is not whole */
    BufferedImage decode(PictureFile file) throws PictureRefused {
        int pixelsMax = file.heldWhole() ? settings.pixelsMax() / 2 : settings.pixelsMax();
        int longer = Math.max(file.width(), file.height());
        if (file.pixels() == 0 || file.pixels() > pixelsMax || longer > settings.sideMax()) {
            throw PictureRefusal.TOO_MANY_PIXELS.refused();
        }
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()))) {
            ImageReader reader = reader(file.format());
            try {
                // What is transparent in a PNG is told by its metadata, of which nothing else is left.
                reader.setInput(input, true, file.format() != PictureFormat.PNG);
                return read(reader, file);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // Decoders of hostile bytes fail in many ways; all of them mean that nothing is known of the picture.
            throw PictureRefusal.DAMAGED.refused();
        }
    }

    private static ImageReader reader(PictureFormat format) throws IOException {
        return format == PictureFormat.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format.name()).next();
    }

    private BufferedImage read(ImageReader reader, PictureFile file) throws IOException, PictureRefused {
        if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
            throw PictureRefusal.DAMAGED.refused();
        }
        AtomicReference<@Nullable PictureRefusal> fault = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, warning) -> fault.compareAndSet(null, PictureRefusal.DAMAGED));
        reader.addIIOReadProgressListener(new ReadDeadline(settings.readMax(), () -> {
            fault.compareAndSet(null, PictureRefusal.TOO_SLOW);
            reader.abort();
        }));
        BufferedImage image = reader.read(0);
        PictureRefusal found = fault.get();
        if (found != null) {
            throw found.refused();
        }
        return image;
    }

    /** Looks at the time whenever a reader says that it goes on. */
    private static final class ReadDeadline implements QuietProgress {
        private final long begun = System.nanoTime();
        private final Duration most;
        private final Runnable onLate;

        ReadDeadline(Duration most, Runnable onLate) {
            this.most = most;
            this.onLate = onLate;
        }

        @Override
        public void imageProgress(ImageReader source, float percent) {
            if (System.nanoTime() - begun > most.toNanos()) {
                onLate.run();
            }
        }
    }
}
