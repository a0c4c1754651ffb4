package network.fanz.content.media;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More pictures arrive at this moment than can be read. */
@ProblemType(value = "pictures-busy", status = 503, title = "Too many pictures at once")
public final class PicturesBusy extends Problem {
    private static final long serialVersionUID = 1L;

    public PicturesBusy() {
        super("Too many pictures are being read at this moment. Try again in a few seconds.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
