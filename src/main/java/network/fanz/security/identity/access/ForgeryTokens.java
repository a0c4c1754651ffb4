package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The token against forged requests belongs to one sign-in: who knew the one from before, such as whoever shared the browser, cannot make
 * the signed-in browser do anything by it.
 */
public final class ForgeryTokens {
    private static final HttpSessionCsrfTokenRepository TOKENS = new HttpSessionCsrfTokenRepository();

    private ForgeryTokens() {}

    /** The session gets a new token with the next page that has a form, also with one in the answer to this request. */
    public static void renew(HttpServletRequest request) {
        HttpServletResponse response = response();
        if (response != null) {
            TOKENS.saveToken(null, request, response);
            new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> {
                CsrfToken fresh = TOKENS.generateToken(request);
                TOKENS.saveToken(fresh, request, response);
                return fresh;
            });
        }
    }

    private static @Nullable HttpServletResponse response() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getResponse()
                : null;
    }
}
