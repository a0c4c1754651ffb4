package network.fanz.web.page;

import java.util.regex.Pattern;

/** Tells our own paths from addresses elsewhere, for pages that send the reader back to where they came from. */
public final class LocalPath {
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/@._~?=&%+:-]*");

    private LocalPath() {}

    /** The path if it stays on this host; otherwise the alternative. */
    public static String localOr(String path, String alternative) {
        return path.length() <= 500 && OWN.matcher(path).matches() ? path : alternative;
    }
}
