package network.fanz.content.catalogue.watching;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.watching.WatchStore.WatchRow;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.Renditions;
import network.fanz.security.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends what is shown of published works. Each request asks anew: the signature, the session, the state, the audience and every gate. Whatever
 * is wrong, there is no such file.
 */
@RestController
@Hidden
class MediaEndpoint {
    static final String PATH = "/media/";
    private static final int BUFFER = 64 * 1024;

    private final WatchDoor door;
    private final Renditions renditions;
    private final SignIn signIn;
    private final SentMediaTeller teller;

    MediaEndpoint(WatchDoor door, Renditions renditions, SignIn signIn, SentMediaTeller teller) {
        this.door = door;
        this.renditions = renditions;
        this.signIn = signIn;
        this.teller = teller;
    }

    @GetMapping(PATH + "{token}/{*name}")
    @Access(anyone = true)
    void send(
            @PathVariable("token") String token,
            @PathVariable("name") String name,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Viewer viewer = new Viewer(
                signIn.session(request), caller.account(), caller.origin().country());
        WatchRow row = door.open(token, viewer).orElseThrow(() -> new NotFound("file"));
        Rendition rendition = renditions.find(row.upload(), name.substring(1)).orElseThrow(() -> new NotFound("file"));
        String tag = '"' + rendition.sha256() + '"';
        ByteRange part = ByteRange.of(ifRange == null || ifRange.equals(tag) ? range : null, rendition.length());
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType(rendition.mediaType());
        if (part.isNowhere()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + rendition.length());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        if (part.isPart()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.header(rendition.length()));
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        }
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("HEAD")) {
            copy(rendition, part, response);
            if (part.length() == rendition.length()) {
                teller.tell(row, rendition, viewer, caller, request);
            }
        }
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
