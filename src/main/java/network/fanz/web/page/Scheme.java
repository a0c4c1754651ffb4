package network.fanz.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Light or dark, as the reader chose; the device's own choice until then. */
public enum Scheme {
    DEVICE("As my device"),
    LIGHT("Light"),
    DARK("Dark");

    static final String COOKIE = "scheme";

    private final String words;

    Scheme(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the attribute {@code data-scheme}; null where the device decides. */
    public @Nullable String attribute() {
        return this == DEVICE ? null : label();
    }

    static Scheme of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? DEVICE : labelled(cookie.getValue());
    }

    /** The choice of that name; the device's for any other word. */
    static Scheme labelled(String label) {
        for (Scheme scheme : values()) {
            if (scheme.label().equals(label)) {
                return scheme;
            }
        }
        return DEVICE;
    }
}
