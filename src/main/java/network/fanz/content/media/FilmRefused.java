package network.fanz.content.media;

/** Nothing can be made of this film, and no second try will change that. */
public final class FilmRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final FilmRefusal reason;

    public FilmRefused(FilmRefusal reason) {
        super(reason.name());
        this.reason = reason;
    }

    public FilmRefusal reason() {
        return reason;
    }
}
