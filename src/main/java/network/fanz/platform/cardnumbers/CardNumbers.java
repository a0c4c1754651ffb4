package network.fanz.platform.cardnumbers;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds card numbers in free text: digits that a card network gives to its cards ({@link CardNetworks}), without a gap or in the groups
 * in which they are printed or dictated. Ids, long hexadecimal words, decimal fractions and telephone numbers are none.
 *
 * <p>It reads the text once, from the left, without recursion: what a text costs grows with its length alone.
 */
public final class CardNumbers {
    private static final int DIGITS_MIN = 12;
    private static final int ASCII_MAX = 0x7F;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\t");

    /** UUIDs, wherever they stand, and words of 32 hexadecimal digits or more. */
    private static final Pattern IDS =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z])"
                    + "|(?<![0-9A-Za-z])(?=[0-9]*+[a-fA-F])[0-9a-fA-F]{32,}+(?![0-9A-Za-z])");

    private CardNumbers() {}

    public static boolean in(CharSequence text) {
        if (!hasDigitsEnough(text)) {
            return false;
        }
        String plain = visible(unescaped(text.toString()));
        // Ids are looked for only in what would else be refused: nearly nothing is.
        return inPlain(plain) && inPlain(IDS.matcher(plain).replaceAll("#"));
    }

    /** Most headers and bodies are done with here; an escaped digit is made of more digits than one. */
    private static boolean hasDigitsEnough(CharSequence text) {
        int digits = 0;
        for (int position = 0; position < text.length() && digits < DIGITS_MIN; position++) {
            char character = text.charAt(position);
            digits += character >= '0' && character <= '9' || isDigitBeyondAscii(character) ? 1 : 0;
        }
        return digits == DIGITS_MIN;
    }

    /** Digits above the basic plane come as two units, of which the first counts. */
    private static boolean isDigitBeyondAscii(char character) {
        return character > ASCII_MAX && (Character.isHighSurrogate(character) || Character.isDigit(character));
    }

    /** As people see it, and as it may be kept: without what has no shape, and with the same digits in all scripts. */
    private static String visible(String text) {
        if (text.chars().allMatch(character -> character <= ASCII_MAX)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .map(CardNumbers::plain)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static int plain(int point) {
        if (Character.isDigit(point)) {
            return '0' + Character.digit(point, 10);
        }
        return Character.getType(point) == Character.SPACE_SEPARATOR ? ' ' : point;
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPED.matcher(text).replaceAll(CardNumbers::unescaped);
    }

    /** As JSON reads it. */
    private static String unescaped(MatchResult escape) {
        String code = escape.group(1);
        return Matcher.quoteReplacement(code == null ? "\t" : Character.toString(Integer.parseInt(code, 16)));
    }

    private static boolean inPlain(String text) {
        DigitRun run = new DigitRun(text);
        while (run.next()) {
            if (run.holdsCardNumber()) {
                return true;
            }
        }
        return false;
    }
}
