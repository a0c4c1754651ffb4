package network.fanz.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short name in an address, such as {@code noor} in {@code /@noor}: one account's alone. Small letters without accents, digits and
 * single underscores, so that nobody's looks like another's and everybody can type it.
 */
public record Handle(String text) {
    public static final int LENGTH_MIN = 3;
    public static final int LENGTH_MAX = 30;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private static final Pattern DIGITS_OF_A_CARD = Pattern.compile("([0-9]_?){12}");

    /** What addresses of the house begin with, or a reader would take for the house. Compared without underscores. */
    private static final Set<String> RESERVED = Stream.concat(
                    Stream.of(
                            "about",
                            "abrechnung",
                            "account",
                            "admin",
                            "administrator",
                            "api",
                            "app",
                            "assets",
                            "billing",
                            "bot",
                            "checkout",
                            "contact",
                            "creator",
                            "creators",
                            "everyone",
                            "fan",
                            "fans",
                            "fanz",
                            "finance",
                            "help",
                            "hilfe",
                            "here",
                            "home",
                            "info",
                            "language",
                            "legal",
                            "library",
                            "login",
                            "mail",
                            "mailbox",
                            "moderator",
                            "money",
                            "news",
                            "null",
                            "offer",
                            "official",
                            "operator",
                            "owner",
                            "payment",
                            "payments",
                            "privacy",
                            "refund",
                            "refunds",
                            "register",
                            "root",
                            "safety",
                            "sales",
                            "sandbox",
                            "security",
                            "settings",
                            "signin",
                            "signout",
                            "staff",
                            "supporters",
                            "support",
                            "system",
                            "team",
                            "terms",
                            "trust",
                            "undefined",
                            "verified",
                            "wallet",
                            "webmaster",
                            "www",
                            "datenschutz",
                            "impressum",
                            "kontakt",
                            "konto",
                            "moderation",
                            "plattform",
                            "platform",
                            "sicherheit",
                            "verwaltung",
                            "zahlung",
                            "zahlungen"),
                    Arrays.stream(Brand.values()).map(Brand::label))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * @param field as the caller's request names it
     * @param typed with or without the sign before it
     * @throws InvalidField if it is none, or the house's own
     */
    public static Handle of(String field, String typed) {
        Handle handle = shaped(field, typed);
        if (isReserved(handle.text())) {
            throw new InvalidField(field, "This name is the site’s own. Choose another.");
        }
        return handle;
    }

    private static Handle shaped(String field, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        if (text.length() < LENGTH_MIN
                || text.length() > LENGTH_MAX
                || !SHAPE.matcher(text).matches()
                || DIGITS_OF_A_CARD.matcher(text).find()) {
            throw new InvalidField(
                    field,
                    Sentence.of(
                            "Use {0} to {1} small letters from a to z, digits (fewer than twelve in a row) and single underscores, with a letter first.",
                            LENGTH_MIN, LENGTH_MAX));
        }
        return new Handle(text);
    }

    /** The handle that an address names, also one that nobody can take any more; empty if it can be nobody's. */
    public static Optional<Handle> parse(String typed) {
        try {
            return Optional.of(shaped("handle", typed));
        } catch (InvalidField none) {
            return Optional.empty();
        }
    }

    private static boolean isReserved(String text) {
        String bare = text.replace("_", "");
        return RESERVED.contains(bare)
                || RESERVED.contains(asLetters(bare))
                || bare.startsWith("fanz")
                || PublicName.passesForTheHouse(text.replace('_', ' '));
    }

    /** Digits as the letters that they look like. */
    private static String asLetters(String text) {
        return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's');
    }
}
