package network.fanz.common;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/** What programs for mail and chat make a link of, although nobody marked it as one. */
public final class WebAddresses {
    /** A scheme, {@code www}, an address of mail, or a dot with two letters right behind it, as a domain has it before its last label. */
    private static final Pattern LINKED = Pattern.compile(
            ":/|\\bwww\\p{Z}*\\.|[^\\p{Z}]@[^\\p{Z}]|[\\p{L}\\p{M}\\p{N}][.。｡](?:\\p{L}\\p{M}*){2,}",
            Pattern.CASE_INSENSITIVE);

    private WebAddresses() {}

    /** Whether anything in the text would become a link; it says yes too often rather than too seldom. */
    public static boolean in(String text) {
        return LINKED.matcher(Normalizer2.getNFKCInstance().normalize(text)).find();
    }
}
