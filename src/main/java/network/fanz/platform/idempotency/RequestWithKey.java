package network.fanz.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import network.fanz.common.CachedBodyRequest;
import org.jspecify.annotations.Nullable;

/** A request whose body was read for its hash and can be read again, and which shows its key as a header also where a form sent it. */
final class RequestWithKey extends HttpServletRequestWrapper {
    private final String key;

    /** @param body what was read; null for a form, whose fields the container keeps */
    RequestWithKey(HttpServletRequest request, String key, byte @Nullable [] body) {
        super(body == null ? request : new CachedBodyRequest(request, body));
        this.key = key;
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
}
