package network.fanz.content.media.films;

import java.io.IOException;

/** Takes what comes from a process while it works. What it throws ends the process. */
interface FilmMaking {
    default void frame(long millis, int width, int height, byte[] rgb) throws IOException {
        throw new IOException("Nobody asked for frames");
    }

    default void output(String name, byte[] bytes) throws IOException {
        throw new IOException("Nobody asked for files");
    }

    default void progress(long millis) {}
}
