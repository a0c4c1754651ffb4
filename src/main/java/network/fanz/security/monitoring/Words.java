package network.fanz.security.monitoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/** Text that goes into a log: short, and with no e-mail address, network address or card number in it. */
final class Words {
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

    private Words() {}

    static String required(String field, @Nullable String text, int lengthMax) {
        if (text == null || text.isBlank()) {
            throw new InvalidField(field, "This is needed.");
        }
        return checked(field, text.strip(), lengthMax);
    }

    static @Nullable String optional(String field, @Nullable String text, int lengthMax) {
        return text == null || text.isBlank() ? null : checked(field, text.strip(), lengthMax);
    }

    static String checked(String field, String text, int lengthMax) {
        if (text.length() > lengthMax) {
            throw new InvalidField(field, "At most " + lengthMax + " characters.");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidField(field, "No control characters.");
        }
        if (MAIL.matcher(text).find() || ADDRESS.matcher(text).find()) {
            throw new InvalidField(field, "No personal data in a log: name an account by its id.");
        }
        if (hasCardNumber(text)) {
            throw new InvalidField(field, "No card number is taken in any field.");
        }
        return text;
    }

    private static boolean hasCardNumber(String text) {
        Matcher runs = DIGITS.matcher(text);
        while (runs.find()) {
            if (luhn(runs.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** The check digit of ISO/IEC 7812-1. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
