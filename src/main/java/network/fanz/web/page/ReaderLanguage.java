package network.fanz.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import network.fanz.common.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** In which language a reader reads: the one that was chosen, else the first of the browser's that is spoken here, else English. */
final class ReaderLanguage {
    static final String COOKIE = "fanz_language";
    /** In characters; browsers send some twenty. */
    private static final int LONGEST = 200;

    private ReaderLanguage() {}

    static Language of(HttpServletRequest request) {
        Language chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted == null || wanted.length() > LONGEST ? Language.ENGLISH : among(wanted);
    }

    /** English where nothing can be read; what the machine speaks is no reader's choice. */
    private static Language among(String wanted) {
        try {
            return Language.among(Locale.LanguageRange.parse(wanted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        } catch (IllegalArgumentException unreadable) {
            return Language.ENGLISH;
        }
    }

    private static @Nullable Language chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : Language.tagged(cookie.getValue());
    }
}
