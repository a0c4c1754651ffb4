package network.fanz.content.media;

import java.io.IOException;
import java.util.UUID;

/** What a film looks like, a frame a second. */
public interface FilmFrames {
    /**
     * Gives the first frame of every second, in order, upright and at most 512 pixels wide and high. It blocks until the last, for minutes
     * where the film is long.
     *
     * @throws FilmRefused if nothing can be made of this film; frames may have been given before
     * @throws FilmsBusy if too many films are looked into at once
     * @throws FilmsMissing if this machine has nothing to read films with
     * @throws IOException if it went wrong, took too long, or the consumer threw it: nothing is known of the film then
     */
    void each(UUID upload, FrameConsumer consumer) throws IOException, FilmRefused;
}
