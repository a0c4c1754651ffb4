package network.fanz.content.intelligence.text;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where money could be sent past the network. Every pattern is bounded. */
final class PaymentDetails {
    private static final Pattern IBAN =
            Pattern.compile("\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\\b");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int HEAD = 4;
    private static final int LETTERS_MIN = 15;

    private static final Map<Pattern, Double> PATTERNS = Map.of(
            // Bitcoin's and Ethereum's addresses.
            Pattern.compile("\\bbc1[a-z0-9]{25,60}\\b|\\b0x[0-9a-f]{40}\\b"),
            1.0,
            Pattern.compile("\\b(?:paypal|cash|venmo|revolut)\\.(?:me|app)/"),
            1.0,
            Pattern.compile("(?<![\\w$])\\$[a-z][a-z0-9_]{2,20}\\b"),
            0.7);

    /** What makes the name of a payment service an offer. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:pay|paying|send|tip|tips|buy|accept|price|prices|order|zahl|zahle|zahlen|schick|schicke|kauf|kaufe)\\b");

    private PaymentDetails() {}

    static double in(String folded) {
        double patterns = PATTERNS.entrySet().stream()
                .filter(pattern -> pattern.getKey().matcher(folded).find())
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return hasAccount(folded) ? 1 : patterns;
    }

    static boolean isAskedFor(String folded) {
        return ASKED.matcher(folded).find();
    }

    private static boolean hasAccount(String folded) {
        Matcher account = IBAN.matcher(folded);
        while (account.find()) {
            if (isAccount(account.group().replace(" ", ""))) {
                return true;
            }
        }
        return false;
    }

    /** ISO 13616: the first four signs go to the end, letters become numbers, and 1 is left over. */
    private static boolean isAccount(String account) {
        if (account.length() < LETTERS_MIN) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (account.substring(HEAD) + account.substring(0, HEAD))
                .chars()
                .forEach(sign -> digits.append(Character.digit(sign, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
