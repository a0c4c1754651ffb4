package network.fanz.common;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.WebUtils;

/** A request whose body has been read once and can be read again. */
public class CachedBodyRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    /** @param body what was read of the request, by {@link #bodyOf} */
    public CachedBodyRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * The whole body of a request, in UTF-8 if it is text; read from the line only the first time.
     *
     * @param most how many bytes it may have
     * @throws TooLarge if it has more
     */
    public static byte[] bodyOf(HttpServletRequest request, int most) throws IOException {
        CachedBodyRequest before = WebUtils.getNativeRequest(request, CachedBodyRequest.class);
        byte[] body = before == null ? request.getInputStream().readNBytes(most + 1) : before.body;
        if (body.length > most) {
            throw new TooLarge(most);
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new CachedBody(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), charset));
    }

    private static final class CachedBody extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        CachedBody(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
            } catch (IOException failed) {
                listener.onError(failed);
            }
        }
    }
}
