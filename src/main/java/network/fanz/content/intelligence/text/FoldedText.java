package network.fanz.content.intelligence.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words as they are read: without what cannot be seen, and with a plain letter for each that looks like one (UAX 15, UTS 39). */
final class FoldedText {
    private static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();
    private static final int ASCII = 128;

    /** Letters one by one, as in "t e l e g r a m". */
    private static final Pattern APART =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}][ ._*|-]{1,2}){3,40}[\\p{L}\\p{N}](?![\\p{L}\\p{N}])");

    private static final Pattern BETWEEN = Pattern.compile("[ ._*|-]");
    private static final String DIGITS = "0134578@$!";
    private static final String LETTERS = "oieastbasi";

    private FoldedText() {}

    static String of(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        Normalizer2.getNFKDInstance().normalize(raw).codePoints().forEach(point -> {
            if (point < ASCII) {
                kept.append(Character.isISOControl(point) ? ' ' : (char) point);
            } else if (UCharacter.getType(point) == UCharacter.SPACE_SEPARATOR) {
                kept.append(' ');
            } else if (!isUnseen(point)) {
                kept.append(likeness(point));
            }
        });
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** All ways in which folded text may be meant: as it stands, with digits for letters, with its letters set apart. */
    static List<String> readings(String folded) {
        String spelled = spelled(folded);
        return Stream.of(folded, spelled, joined(folded), joined(spelled))
                .distinct()
                .toList();
    }

    private static String spelled(String folded) {
        StringBuilder letters = new StringBuilder(folded);
        for (int at = 0; at < letters.length(); at++) {
            int digit = DIGITS.indexOf(letters.charAt(at));
            if (digit >= 0) {
                letters.setCharAt(at, LETTERS.charAt(digit));
            }
        }
        return letters.toString();
    }

    private static String joined(String folded) {
        return APART.matcher(folded)
                .replaceAll(apart -> BETWEEN.matcher(apart.group()).replaceAll(""));
    }

    private static boolean isUnseen(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || switch (UCharacter.getType(point)) {
                    case UCharacter.FORMAT, UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static String likeness(int point) {
        String character = Character.toString(point);
        String shape = SHAPES.getSkeleton(character);
        return shape.chars().allMatch(sign -> sign < ASCII) ? shape : character;
    }
}
