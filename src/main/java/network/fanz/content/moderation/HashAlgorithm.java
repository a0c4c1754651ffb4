package network.fanz.content.moderation;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a hash was made. A digest is of a file's bytes; PDQ is of what a picture looks like. */
public enum HashAlgorithm {
    PDQ("PDQ", 64),
    SHA256("SHA-256", 64),
    SHA1("SHA-1", 40),
    MD5("MD5", 32);

    private final String title;
    private final Pattern written;

    HashAlgorithm(String title, int digits) {
        this.title = title;
        this.written = Pattern.compile("[0-9a-fA-F]{" + digits + "}");
    }

    /** What everybody calls it. */
    public String title() {
        return title;
    }

    /** Whether a match is of the same bytes, and not only of a picture that looks alike. */
    public boolean isExact() {
        return this != PDQ;
    }

    /** The hash's bytes; empty if these are no hexadecimal digits, or not as many as such a hash has. */
    Optional<byte[]> read(String text) {
        return written.matcher(text).matches()
                ? Optional.of(HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
