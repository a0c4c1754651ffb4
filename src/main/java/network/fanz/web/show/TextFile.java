package network.fanz.web.show;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small file that a page carries in its own link (RFC 2397), so that what is shown once can be kept without being asked for again. */
public final class TextFile {
    private TextFile() {}

    /** The address of a file of these lines; it ends with a line's end. */
    public static String address(List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        return "data:text/plain;charset=utf-8,"
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
