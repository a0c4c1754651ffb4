package network.fanz.content.media;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import network.fanz.content.media.films.FilmMaker;
import org.springframework.stereotype.Component;

/**
 * What is shown of films: {@code poster.jpg}, {@code thumbnail.jpg}, {@code storyboard.jpg}, the rungs of a ladder such as
 * {@code 480p/index.m3u8}, and last {@code master.m3u8}.
 */
@Component
public class FilmRenditions {
    private final FilmMaker maker;

    FilmRenditions(FilmMaker maker) {
        this.maker = maker;
    }

    /**
     * How far one rung is.
     *
     * @param name such as {@code 480p}
     * @param percent 100 once it is kept
     */
    public record RungProgress(String name, int percent) {}

    /**
     * Makes what is missing, one piece at a time, for some minutes; each piece is kept once it was read again and found whole. It may be asked
     * again after any end.
     *
     * @param mark is drawn on every picture: small letters, digits and {@code @ . - _}; all else is a gap
     * @return whether all is there; if not, ask again
     * @throws FilmRefused if nothing can be made of this film
     * @throws FilmsBusy if too many films are looked into at once
     * @throws FilmsMissing if this machine has nothing to make films with
     * @throws IOException if it went wrong or took too long; what was kept stays kept
     */
    public boolean make(UUID upload, String mark) throws IOException, FilmRefused {
        return maker.make(upload, mark);
    }

    /** The rungs that are made or kept, the lowest first; of another node's work only what is kept. */
    public List<RungProgress> progress(UUID upload) {
        return maker.progress(upload);
    }
}
