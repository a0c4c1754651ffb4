package network.fanz.content.media;

import java.io.IOException;

/** Others are looked into at this moment; nothing is known of the film. */
public final class FilmsBusy extends IOException {
    private static final long serialVersionUID = 1L;

    public FilmsBusy() {
        super("Too many films are looked into at once");
    }
}
