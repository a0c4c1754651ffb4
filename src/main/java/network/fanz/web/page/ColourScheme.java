package network.fanz.web.page;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Light or dark, as the reader chose; the device's own choice until then. */
public enum ColourScheme {
    DEVICE("As my device"),
    LIGHT("Light"),
    DARK("Dark");

    static final String COOKIE = "fanz_scheme";

    private final String title;

    ColourScheme(String title) {
        this.title = title;
    }

    public String title() {
        return say(title);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the attribute {@code data-scheme}; null where the device decides. */
    public @Nullable String attribute() {
        return this == DEVICE ? null : label();
    }

    static ColourScheme of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? DEVICE : labelled(cookie.getValue());
    }

    /** The choice of that name; the device's for any other word. */
    static ColourScheme labelled(String label) {
        for (ColourScheme colourScheme : values()) {
            if (colourScheme.label().equals(label)) {
                return colourScheme;
            }
        }
        return DEVICE;
    }
}
