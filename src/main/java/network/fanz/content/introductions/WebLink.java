package network.fanz.content.introductions;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.platform.cardnumbers.CardNumbers;

/**
 * A link to a place outside, whose reader sees where it leads. It is encrypted (https), names a public host, and holds no name or password.
 *
 * @param url as browsers follow it, in ASCII alone
 * @param host as it is shown, whole; in ASCII (Punycode) where its letters could be taken for others (UTS 39)
 * @param rest what follows the host, in ASCII; empty for a host's first page
 */
public record WebLink(String url, String host, String rest) {
    /** As browsers write it. */
    public static final int LENGTH_MAX = 300;

    private static final int HOST_MAX = 253;
    private static final Pattern SHAPE = Pattern.compile("(?i:https)://([^/?#]+)([/?#].*)?");
    /** Labels of letters, digits and hyphens, two at least; the last is no number, so that no address of a network passes for a name. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker SHAPES = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    /**
     * @param field the field to blame
     * @throws InvalidField if it is none of these
     */
    public static WebLink of(String field, String typed) {
        Matcher parts = SHAPE.matcher(typed.strip());
        if (!parts.matches()) {
            throw new InvalidField(field, "Write the whole address, beginning with https://.");
        }
        String authority = parts.group(1);
        if (authority.indexOf('@') >= 0) {
            throw new InvalidField(field, "A link holds no name and no password: leave out what stands before the @.");
        }
        if (authority.indexOf(':') >= 0) {
            throw new InvalidField(field, "A link names a host alone: leave out the colon and the number behind it.");
        }
        String host = ascii(field, authority);
        String rest = rest(field, host, Optional.ofNullable(parts.group(2)).orElse(""));
        if (CardNumbers.in(rest) || CardNumbers.in(host.replace('.', ' '))) {
            throw new InvalidField(field, "A card number does not belong here.");
        }
        String url = "https://" + host + rest;
        if (url.length() > LENGTH_MAX) {
            throw new InvalidField(
                    field, Sentence.of("This is too long: a link takes at most {0} characters.", LENGTH_MAX));
        }
        return new WebLink(url, shown(host), rest);
    }

    /** One that was kept; empty if it is not taken any more. */
    static Optional<WebLink> kept(String url) {
        try {
            return Optional.of(of("link", url));
        } catch (InvalidField noMore) {
            return Optional.empty();
        }
    }

    private static String ascii(String field, String authority) {
        IDNA.Info found = new IDNA.Info();
        String host = NAMES.nameToASCII(authority, new StringBuilder(), found).toString();
        if (found.hasErrors() || host.length() > HOST_MAX || !NAME.matcher(host).matches()) {
            throw new InvalidField(field, "The name between https:// and the next slash is no name of a public site.");
        }
        return host;
    }

    private static String rest(String field, String host, String typed) {
        try {
            String rest = URI.create("https://" + host + typed)
                    .toASCIIString()
                    .substring("https://".length() + host.length());
            return rest.equals("/") ? "" : rest;
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidField(field, "This address cannot be read. Copy it from your browser’s address line.");
        }
    }

    private static String shown(String host) {
        IDNA.Info found = new IDNA.Info();
        String letters = NAMES.nameToUnicode(host, new StringBuilder(), found).toString();
        boolean plain =
                !found.hasErrors() && Arrays.stream(letters.split("\\.")).noneMatch(WebLink::isConfusable);
        return plain ? letters : host;
    }

    /** Whether a label mixes alphabets, or looks like one of plain Latin letters though it is none. */
    private static boolean isConfusable(String label) {
        return !isAscii(label) && (SHAPES.failsChecks(label) || isAscii(SHAPES.getSkeleton(label)));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
