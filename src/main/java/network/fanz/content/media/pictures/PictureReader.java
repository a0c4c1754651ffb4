package network.fanz.content.media.pictures;

import java.awt.image.BufferedImage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.PicturesBusy;
import org.springframework.stereotype.Component;

/** Reads pictures in turn: each one takes memory as long as somebody looks at it. */
@Component
public class PictureReader {
    private final PictureSettings settings;
    private final PictureDecoder decoder;
    private final Semaphore turns;

    public PictureReader(PictureSettings settings) {
        this.settings = settings;
        this.decoder = new PictureDecoder(settings);
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /** The largest file that is read, in bytes. */
    public int fileMax() {
        return Math.toIntExact(settings.fileMax().toBytes());
    }

    /** See {@link network.fanz.content.media.Pictures#stored}. */
    public <T> T stored(byte[] file, Function<BufferedImage, T> use) throws PictureRefused {
        return inTurn(understood(file), use);
    }

    /** See {@link network.fanz.content.media.Pictures#upright}. */
    public <T> T upright(byte[] file, int longestSide, Function<BufferedImage, T> use) throws PictureRefused {
        PictureFile picture = understood(file);
        return inTurn(picture, image -> use.apply(picture.turn().upright(PictureScale.within(image, longestSide))));
    }

    private PictureFile understood(byte[] file) throws PictureRefused {
        if (file.length > fileMax()) {
            throw PictureRefusal.TOO_LARGE.refused();
        }
        return PictureFile.read(file);
    }

    private <T> T inTurn(PictureFile picture, Function<BufferedImage, T> use) throws PictureRefused {
        takeTurn();
        try {
            return use.apply(decoder.decode(picture));
        } catch (OutOfMemoryError full) {
            // Within the limits, and yet too large beside all else that goes on now.
            throw new PicturesBusy();
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(settings.waitMax().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PicturesBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PicturesBusy();
        }
    }
}
