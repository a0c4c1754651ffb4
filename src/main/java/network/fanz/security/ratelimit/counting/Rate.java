package network.fanz.security.ratelimit.counting;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * How much a limit lets through, written {@code quota/window/burst}, such as {@code 1000/60s/100}.
 *
 * @param quota requests a window
 * @param window the window's length
 * @param burst how many may come at once
 */
public record Rate(int quota, Duration window, int burst) {
    /** Longer ones do not fit into the nanoseconds that a key keeps, and nobody would wait for them. */
    private static final Duration BURST_TIME_MAX = Duration.ofDays(30);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\w{1,12})/(\\d{1,9})");

    public Rate {
        if (quota < 1 || burst < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "A limit lets at least one request through, in a window of a second or more.");
        }
        if (window.multipliedBy(burst).dividedBy(quota).compareTo(BURST_TIME_MAX) > 0) {
            throw new IllegalArgumentException("A burst that is used up is there again within 30 days.");
        }
    }

    /** Public because Spring binds settings through it. */
    public static Rate valueOf(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Write a limit as quota/window/burst, such as 1000/60s/100, not: " + text);
        }
        return new Rate(
                Integer.parseInt(parts.group(1)),
                DurationStyle.detectAndParse(parts.group(2)),
                Integer.parseInt(parts.group(3)));
    }

    /** So many times as much. */
    public Rate times(int factor) {
        return new Rate(Math.multiplyExact(quota, factor), window, Math.multiplyExact(burst, factor));
    }

    Gcra gcra() {
        return Gcra.of(quota, window, burst);
    }

    @Override
    public String toString() {
        return quota + "/" + window.toSeconds() + "s/" + burst;
    }
}
