package network.fanz.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import network.fanz.common.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** In which language a reader reads: the one that was chosen, else the first of the browser's that is spoken here, else English. */
final class ReaderLanguage {
    static final String COOKIE = "fanz_language";

    private ReaderLanguage() {}

    static Language of(HttpServletRequest request) {
        Language chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Language.ENGLISH
                : Language.among(Collections.list(request.getLocales()));
    }

    private static @Nullable Language chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : Language.tagged(cookie.getValue());
    }
}
