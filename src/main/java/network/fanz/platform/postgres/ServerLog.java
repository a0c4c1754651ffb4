package network.fanz.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server writes about itself: the newest part, and one part before it. The server keeps its file open and appends, so a part is
 * copied and the file is emptied in place.
 */
final class ServerLog {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
    /** Of each of the two parts. */
    static final long BYTES_MAX = 16 * 1024 * 1024;

    private final Path path;

    ServerLog(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    void bound() {
        try {
            if (Files.exists(path) && Files.size(path) > BYTES_MAX) {
                keepPart();
                FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException failed) {
            LOG.warn("The server's log {} could not be shortened", path, failed);
        }
    }

    /** Where there is no room for a copy the file is emptied all the same: a full disk is what stops the server. */
    private void keepPart() {
        Path before = path.resolveSibling(path.getFileName() + ".1");
        try {
            Files.copy(path, before, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException noRoom) {
            LOG.warn(
                    "The older part of the server's log could not be kept: {}",
                    noRoom.getClass().getSimpleName());
        }
    }
}
