package network.fanz.content.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one stretch of a file that a request asks for (RFC 9110, 14). What asks for several, or cannot be read, asks for the whole.
 *
 * @param length bytes; 0 where the file has nothing at that place
 */
record ByteRange(long first, long length, boolean isPart) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    static ByteRange of(@Nullable String header, long whole) {
        Matcher one = ONE.matcher(header == null ? "" : header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new ByteRange(0, whole, false);
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(one.group(2)), whole);
            return new ByteRange(whole - last, last, true);
        }
        long first = Long.parseLong(one.group(1));
        long end = one.group(2).isEmpty() ? whole : Math.min(Long.parseLong(one.group(2)) + 1, whole);
        if (!one.group(2).isEmpty() && Long.parseLong(one.group(2)) < first) {
            return new ByteRange(0, whole, false);
        }
        return new ByteRange(first, Math.max(end - first, 0), true);
    }

    boolean isNowhere() {
        return isPart && length == 0;
    }

    String header(long whole) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + whole;
    }
}
