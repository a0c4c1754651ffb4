package network.fanz.content.media.films.child;

import network.fanz.content.media.FilmRefusal;

/** Ends the work on a film. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FilmRefusal reason;

    Refused(FilmRefusal reason, String where) {
        super(reason + ": " + where);
        this.reason = reason;
    }

    FilmRefusal reason() {
        return reason;
    }
}
