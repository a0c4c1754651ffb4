package network.fanz.content.media;

import java.io.IOException;

/** This machine has nothing to read films with; they wait until it has. */
public final class FilmsMissing extends IOException {
    private static final long serialVersionUID = 1L;

    public FilmsMissing() {
        super("Nothing on this machine reads films");
    }
}
