package network.fanz.content.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers requests with renditions, or with the stretch of one that they ask for. Who may have it is not decided here. */
@Component
public class RenditionAnswers {
    private static final int BUFFER = 64 * 1024;

    private final Renditions renditions;

    RenditionAnswers(Renditions renditions) {
        this.renditions = renditions;
    }

    /** Returns whether all of it was sent. */
    public boolean send(Rendition rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + rendition.sha256() + '"';
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        String range = ifRange == null || ifRange.equals(tag) ? request.getHeader(HttpHeaders.RANGE) : null;
        ByteRange part = ByteRange.of(range, rendition.length());
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType(rendition.mediaType());
        if (part.isNowhere()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + rendition.length());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return false;
        }
        if (part.isPart()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.header(rendition.length()));
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        }
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return false;
        }
        copy(rendition, part, response);
        return part.length() == rendition.length();
    }

    private void copy(Rendition rendition, ByteRange part, HttpServletResponse response) throws IOException {
        try (SeekableByteChannel bytes = renditions.open(rendition)) {
            bytes.position(part.first());
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long left = part.length();
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, BUFFER));
                int read = bytes.read(buffer);
                if (read < 0) {
                    throw new EOFException("A rendition is shorter than its row says");
                }
                response.getOutputStream().write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }
}
