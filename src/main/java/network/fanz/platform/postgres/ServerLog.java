package network.fanz.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final int END_BYTES = 4096;
    private static final Pattern REASON = Pattern.compile("^.*?(?:FATAL|PANIC|DETAIL):\\s+(.*)$");

    private final Path path;

    ServerLog(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What the server gave last as a reason not to run, on one line; its file's end if it gave none. */
    String lastReason() {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            file.position(Math.max(0, file.size() - END_BYTES));
            ByteBuffer end = ByteBuffer.allocate(END_BYTES);
            file.read(end);
            List<String> lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> reasons = lines.stream()
                    .filter(line -> REASON.matcher(line).find())
                    .map(line -> REASON.matcher(line).replaceFirst("$1"))
                    .toList();
            return reasons.isEmpty()
                    ? lines.isEmpty() ? "nothing" : lines.getLast()
                    : String.join(" ", reasons.subList(Math.max(0, reasons.size() - 2), reasons.size()));
        } catch (IOException unreadable) {
            return "nothing that could be read";
        }
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
