package network.fanz.web.page;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.WebUtils;

/** In which time zone a reader sees moments: in that of the device, which the island {@code page} tells, or in UTC. */
public enum ShownTimes {
    DEVICE("In my time zone"),
    UTC("In UTC");

    static final String COOKIE = "fanz_times";
    /** Written by the device itself, not by the server: a name of the time zone database, such as {@code Europe/Berlin}. */
    static final String ZONE_COOKIE = "fanz_zone";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}");
    private static final int LONGEST_NAME = 64;
    private static final ZoneId UNKNOWN = ZoneId.of("UTC");

    private final String title;

    ShownTimes(String title) {
        this.title = title;
    }

    public String title() {
        return say(title);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ShownTimes of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? DEVICE : labelled(cookie.getValue());
    }

    /** The choice of that name; the device's for any other word. */
    static ShownTimes labelled(String label) {
        return label.equals(UTC.label()) ? UTC : DEVICE;
    }

    /** The zone in which this request's moments are shown; UTC too where the device has told none, or none that there is. */
    static ZoneId zone(HttpServletRequest request) {
        return of(request) == UTC ? UNKNOWN : told(request).orElse(UNKNOWN);
    }

    /** The zone that the device has told; nothing where it runs no scripts, or has told none that there is. */
    static Optional<ZoneId> told(HttpServletRequest request) {
        Cookie told = WebUtils.getCookie(request, ZONE_COOKIE);
        return told == null ? Optional.empty() : named(told.getValue());
    }

    private static Optional<ZoneId> named(String name) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException noSuchZone) {
            return Optional.empty();
        }
    }
}
