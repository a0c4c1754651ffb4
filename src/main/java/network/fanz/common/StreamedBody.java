package network.fanz.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A body that is too long for memory. Nobody reads it but the handler that it is for, and its bytes are read as they come; to all others
 * the request has no body.
 */
public interface StreamedBody {
    /** Under which the request carries it. */
    String ATTRIBUTE = StreamedBody.class.getName();

    /** How many bytes its sender says that there are; -1 if it does not say. */
    long announced();

    /**
     * Waits for bytes.
     *
     * @return how many were read; -1 behind the last one
     * @throws Problem if the sender has gone, or is slower than allowed
     */
    int read(byte[] into, int from, int count);

    /** The request's, if its body is streamed. */
    static Optional<StreamedBody> of(HttpServletRequest request) {
        return Optional.ofNullable((StreamedBody) request.getAttribute(ATTRIBUTE));
    }
}
