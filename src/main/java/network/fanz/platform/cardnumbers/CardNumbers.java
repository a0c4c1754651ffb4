package network.fanz.platform.cardnumbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a card number in text: 12 to 19 digits (ISO/IEC 7812-1), alone or in groups set apart by up to three spaces, tabs,
 * dashes or dots, whose check digit is right (Luhn). Ids that this program itself makes of digits and dashes (UUIDs) and long hexadecimal words are no
 * card numbers. One number in ten passes the check by chance, so 12 digits or more in a field of ours are best written otherwise.
 */
public final class CardNumbers {
    private static final int DIGITS_MIN = 12;
    private static final int DIGITS_MAX = 19;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\t");

    /** An amount of a token has eighteen digits for a whole one; nothing else of a request is exempt. */
    private static final Pattern TOKEN_AMOUNT =
            Pattern.compile("\\{\\s*(?:TOKEN\\s*,\\s*AMOUNT|AMOUNT\\s*,\\s*TOKEN)\\s*}"
                    .replace("TOKEN", "\"asset\"\\s*:\\s*\"[A-Z0-9-]{2,20}/(?:[6-9]|[123][0-9])\"")
                    .replace("AMOUNT", "\"amount\"\\s*:\\s*\"-?[0-9]{1,78}\""));

    private static final Pattern IDS = Pattern.compile("(?<![0-9A-Za-z])"
            + "(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
            + "|(?=[0-9]*[a-fA-F])[0-9a-fA-F]{32,})(?![0-9A-Za-z])");

    /** A dot sets groups apart only where both are as long as a card's: addresses of machines and versions have dots too. */
    private static final Pattern RUN = Pattern.compile(
            "[0-9]+(?:"
                    + "(?:[ \\t\\u00a0\\u2000-\\u200b\\u2010-\\u2015\\u202f\\u2212_-]{1,3}|(?<=[0-9]{4})[.\\u00b7](?=[0-9]{3}))[0-9]+)*");

    private CardNumbers() {}

    public static boolean in(CharSequence text) {
        return hasDigitsEnough(text) && anyNumber(text);
    }

    /** Most headers and bodies are done with here; an escaped digit is made of more digits than one. */
    private static boolean hasDigitsEnough(CharSequence text) {
        int digits = 0;
        for (int position = 0; position < text.length() && digits < DIGITS_MIN; position++) {
            char character = text.charAt(position);
            digits += character >= '0' && character <= '9' ? 1 : 0;
        }
        return digits == DIGITS_MIN;
    }

    private static boolean anyNumber(CharSequence text) {
        String unescaped = ESCAPED.matcher(text).replaceAll(CardNumbers::unescaped);
        String withoutAmounts = TOKEN_AMOUNT.matcher(unescaped).replaceAll("#");
        Matcher runs = RUN.matcher(IDS.matcher(withoutAmounts).replaceAll("#"));
        while (runs.find()) {
            if (runs.end() - runs.start() >= DIGITS_MIN && anyWindow(runs.group())) {
                return true;
            }
        }
        return false;
    }

    /** As JSON reads it. */
    private static String unescaped(MatchResult escape) {
        String code = escape.group(1);
        return Matcher.quoteReplacement(code == null ? "\t" : Character.toString(Integer.parseInt(code, 16)));
    }

    /** Groups of digits that stand side by side, from each group to each later one. */
    private static boolean anyWindow(String run) {
        List<String> groups = new ArrayList<>(List.of(run.split("[^0-9]+")));
        for (int from = 0; from < groups.size(); from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < groups.size() && digits.length() < DIGITS_MAX; to++) {
                digits.append(groups.get(to));
                if (isNumber(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNumber(CharSequence digits) {
        return digits.length() >= DIGITS_MIN
                && digits.length() <= DIGITS_MAX
                && digits.chars().distinct().count() > 1
                && checkDigitIsRight(digits);
    }

    private static boolean checkDigitIsRight(CharSequence digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
