package network.fanz.content.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.content.media.pictures.PictureReader;
import org.springframework.stereotype.Component;

/**
 * Pictures of strangers, read with care: nothing is decoded before its header was found within the limits, and so many are read at once as
 * memory allows.
 */
@Component
public class Pictures {
    private final PictureReader reader;
    private final UploadFiles files;

    Pictures(PictureReader reader, UploadFiles files) {
        this.reader = reader;
        this.files = files;
    }

    /** The largest file that is read as a picture, in bytes. */
    public int fileMax() {
        return reader.fileMax();
    }

    /**
     * Every pixel as it is stored, however the camera was held.
     *
     * @param use looks at the picture, which is gone afterwards
     * @throws PictureRefused if it cannot be read within the limits
     * @throws PicturesBusy if others are read for too long; nothing is known of the file then
     */
    public <T> T stored(byte[] file, Function<BufferedImage, T> use) throws PictureRefused {
        return reader.stored(file, use);
    }

    /**
     * As people see it: upright, on white, and no side longer than that many pixels.
     *
     * @param use looks at the picture, which is gone afterwards
     * @throws PictureRefused if it cannot be read within the limits
     * @throws PicturesBusy if others are read for too long; nothing is known of the file then
     */
    public <T> T upright(byte[] file, int longestSide, Function<BufferedImage, T> use) throws PictureRefused {
        return reader.upright(file, longestSide, use);
    }

    /**
     * All bytes of an uploaded picture.
     *
     * @throws PictureRefused if there are more than are read as a picture
     * @throws IOException if they cannot be read
     */
    public byte[] bytes(UUID upload) throws PictureRefused, IOException {
        try (SeekableByteChannel channel = files.open(upload)) {
            if (channel.size() > fileMax()) {
                throw PictureRefusal.TOO_LARGE.refused();
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Goes on until all is there.
            }
            if (bytes.hasRemaining()) {
                throw new IOException("The file is shorter than it was");
            }
            return bytes.array();
        }
    }
}
