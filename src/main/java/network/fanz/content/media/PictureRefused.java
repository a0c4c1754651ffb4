package network.fanz.content.media;

/** A picture was not read. What is refused is unknown, and never clean. */
public final class PictureRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final PictureRefusal reason;

    PictureRefused(PictureRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public PictureRefusal reason() {
        return reason;
    }
}
