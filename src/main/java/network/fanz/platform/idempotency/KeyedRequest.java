package network.fanz.platform.idempotency;

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
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose body was read for its hash and can be read again, and which shows its key as a header wherever it came from. */
final class KeyedRequest extends HttpServletRequestWrapper {
    private final String key;
    private final byte @Nullable [] body;

    /** @param body what was read; null for a form, whose fields the container keeps */
    KeyedRequest(HttpServletRequest request, String key, byte @Nullable [] body) {
        super(request);
        this.key = key;
        this.body = body;
        request.setAttribute(IdempotencyKey.ATTRIBUTE, key);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return IdempotencyKey.HEADER.equalsIgnoreCase(name) ? key : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return IdempotencyKey.HEADER.equalsIgnoreCase(name)
                ? Collections.enumeration(Collections.singleton(key))
                : super.getHeaders(name);
    }

    /** The answer is stored when the handler returns, so it cannot come later from another thread. */
    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Again(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (body == null) {
            return super.getReader();
        }
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Again extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Again(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
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
            throw new IllegalStateException("This body is read at once.");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }
    }
}
