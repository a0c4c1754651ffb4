package network.fanz.web.page;

import java.util.regex.Pattern;

/** Tells our own paths from addresses elsewhere, for pages that send the reader back to where they came from. */
public final class Paths {
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/@._~?=&%+:-]*");

    private Paths() {}

    /** The path if it stays on this host, or else the other one. */
    public static String own(String path, String otherwise) {
        return path.length() <= 500 && OWN.matcher(path).matches() ? path : otherwise;
    }
}
