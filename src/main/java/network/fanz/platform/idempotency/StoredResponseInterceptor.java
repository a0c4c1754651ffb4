package network.fanz.platform.idempotency;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives the stored answer in the handler's place, behind all that refuses a caller: who has lost a role since is refused like anybody. */
final class StoredResponseInterceptor implements HandlerInterceptor {
    /** Has this interceptor answer the request. */
    static void leave(HttpServletRequest request, StoredResponse answer) {
        request.setAttribute(StoredResponse.class.getName(), answer);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && request.getAttribute(StoredResponse.class.getName()) instanceof StoredResponse answer) {
            write(answer, response);
            return false;
        }
        return true;
    }

    private static void write(StoredResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> {
            if (name.equals(HttpHeaders.SET_COOKIE)) {
                response.addHeader(name, value);
            } else {
                response.setHeader(name, value);
            }
        });
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
