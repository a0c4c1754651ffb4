package network.fanz.platform.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Writes values as one writes them in a file of settings. */
final class SettingText {
    private static final String[] TIMES = {"d", "h", "m"};
    private static final long[] SECONDS = {86_400, 3_600, 60};
    private static final String[] SIZES = {"TB", "GB", "MB", "KB"};

    private SettingText() {}

    /** @return empty if there is no value */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Duration time -> time(time);
            case DataSize size -> size(size.toBytes());
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Collection<?> many -> many.stream().map(SettingText::of).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String time(Duration time) {
        if (time.getNano() != 0) {
            return time.getNano() % 1_000_000 == 0 ? time.toMillis() + "ms" : time.toString();
        }
        long seconds = time.getSeconds();
        for (int unit = 0; unit < TIMES.length && seconds != 0; unit++) {
            if (seconds % SECONDS[unit] == 0) {
                return seconds / SECONDS[unit] + TIMES[unit];
            }
        }
        return seconds + "s";
    }

    private static String size(long bytes) {
        for (int unit = 0; unit < SIZES.length && bytes != 0; unit++) {
            long one = 1L << 10 * (SIZES.length - unit);
            if (bytes % one == 0) {
                return bytes / one + SIZES[unit];
            }
        }
        return bytes + "B";
    }
}
