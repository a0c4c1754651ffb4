package network.fanz.finance.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a card number in text: 12 to 19 digits (ISO/IEC 7812-1), alone or in groups set apart by a space or a dash,
 * whose check digit is right (Luhn). Ids that this program itself makes of digits and dashes (UUIDs) and long hexadecimal words are no
 * card numbers. One number in ten passes the check by chance, so 12 digits or more in a field of ours are best written otherwise.
 */
final class CardNumbers {
    private static final int DIGITS_MIN = 12;
    private static final int DIGITS_MAX = 19;

    private static final Pattern ESCAPED_DIGIT = Pattern.compile("\\\\u003([0-9])");
    private static final Pattern IDS = Pattern.compile("(?<![0-9A-Za-z])"
            + "(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
            + "|(?=[0-9]*[a-fA-F])[0-9a-fA-F]{32,})(?![0-9A-Za-z])");
    private static final Pattern RUN = Pattern.compile("[0-9]+(?:[ \\u00a0\\u2010-\\u2015-][0-9]+)*");

    private CardNumbers() {}

    static boolean in(CharSequence text) {
        return hasDigitsEnough(text) && anyNumber(text);
    }

    /** Most headers and bodies are done with here; an escaped digit is made of more digits than one. */
    private static boolean hasDigitsEnough(CharSequence text) {
        int digits = 0;
        for (int place = 0; place < text.length() && digits < DIGITS_MIN; place++) {
            char letter = text.charAt(place);
            digits += letter >= '0' && letter <= '9' ? 1 : 0;
        }
        return digits == DIGITS_MIN;
    }

    private static boolean anyNumber(CharSequence text) {
        String unescaped = ESCAPED_DIGIT.matcher(text).replaceAll("$1");
        Matcher runs = RUN.matcher(IDS.matcher(unescaped).replaceAll("#"));
        while (runs.find()) {
            if (runs.end() - runs.start() >= DIGITS_MIN && anyWindow(runs.group())) {
                return true;
            }
        }
        return false;
    }

    /** Groups of digits that stand side by side, from each group to each later one. */
    private static boolean anyWindow(String run) {
        List<String> groups = new ArrayList<>(List.of(run.split("[^0-9]")));
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
