package network.fanz.content.media;

import java.time.Duration;
import network.fanz.content.media.pictures.PictureReader;
import network.fanz.content.media.pictures.PictureSettings;
import org.springframework.util.unit.DataSize;

/** Reads pictures without a program around. */
public final class TestPictures {
    private TestPictures() {}

    public static Pictures within(DataSize fileMax, int pixelsMax, Duration readMax) {
        return new Pictures(
                new PictureReader(new PictureSettings(fileMax, pixelsMax, 30_000, 2, Duration.ofSeconds(30), readMax)),
                null);
    }
}
