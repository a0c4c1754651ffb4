package network.fanz.content.media.films;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import network.fanz.content.media.FilmFrames;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FrameConsumer;
import org.springframework.stereotype.Component;

@Component
class SampledFrames implements FilmFrames {
    private static final int SIDE = 512;
    private static final Map<String, String> EVERY_SECOND = Map.of("every", "1000");

    private final Films films;

    SampledFrames(Films films) {
        this.films = films;
    }

    @Override
    public void each(UUID upload, FrameConsumer consumer) throws IOException, FilmRefused {
        films.frames(upload, films.probe(upload), SIDE, EVERY_SECOND, taking(consumer));
    }

    /** Frames as pictures. */
    static FilmMaking taking(FrameConsumer consumer) {
        return new FilmMaking() {
            @Override
            public void frame(long millis, int width, int height, byte[] rgb) throws IOException {
                consumer.frame(Duration.ofMillis(millis), picture(width, height, rgb));
            }
        };
    }

    private static BufferedImage picture(int width, int height, byte... rgb) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | rgb[at + 2] & 0xFF;
                at += 3;
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        return picture;
    }
}
