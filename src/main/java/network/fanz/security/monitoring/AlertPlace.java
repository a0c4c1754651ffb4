package network.fanz.security.monitoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/** A place in the list of alerts that wait: the worst first, then the newest. */
record AlertPlace(int rank, long seq) {
    private static final Pattern TEXT = Pattern.compile("([0-4])\\.([0-9]{1,18})");

    static AlertPlace of(SecurityAlert alert) {
        return new AlertPlace(alert.severity().ordinal(), alert.seq());
    }

    /** Before the first row if there is no text. */
    static AlertPlace of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new AlertPlace(Severity.CRITICAL.ordinal(), Long.MAX_VALUE);
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
        return new AlertPlace(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    String text() {
        return rank + "." + seq;
    }
}
