package network.fanz.content.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;

/** Takes frames of a film. */
@FunctionalInterface
public interface FrameConsumer {
    /** @param at when it is seen, from the film's start */
    void frame(Duration at, BufferedImage image) throws IOException;
}
