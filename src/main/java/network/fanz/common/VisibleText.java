package network.fanz.common;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * Text in which everything can be seen: no character without a shape of its own, none that turns the direction of others, no control
 * character, no heap of accents. Two such texts that look the same to a program are the same (Unicode UTS 39, UAX 15).
 */
public final class VisibleText {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    /** A cell of Braille without a dot: it has the category of a symbol and no shape. */
    private static final int BRAILLE_BLANK = 0x2800;
    /** UTS 39, 5.4: no script needs more marks on one letter. */
    private static final int MARKS_MAX = 4;
    /** What one character may take on average: emoji can be joined without end and still count as one. */
    private static final int UNITS_A_CHARACTER = 4;

    private VisibleText() {}

    /**
     * The text in normal form C, with one plain space for each run of white space and none at its ends; empty if it holds what cannot be
     * seen. Which style an emoji is drawn in does not tell two texts apart, so that mark is left out.
     */
    static String normalOrEmpty(String raw) {
        StringBuilder kept = new StringBuilder();
        int[] points = raw.strip()
                .codePoints()
                .filter(point -> point != EMOJI_STYLE && point != TEXT_STYLE)
                .toArray();
        boolean space = false;
        for (int at = 0; at < points.length; at++) {
            if (UCharacter.getType(points[at]) == UCharacter.SPACE_SEPARATOR) {
                space = true;
                continue;
            }
            if (isHidden(points[at]) && !joinsEmoji(points, at)) {
                return "";
            }
            kept.append(space ? " " : "").appendCodePoint(points[at]);
            space = false;
        }
        String normal = Normalizer2.getNFCInstance().normalize(kept);
        return hasHeapOfMarks(normal) ? "" : normal;
    }

    /**
     * A line that its writer alone reads, such as a label.
     *
     * @throws InvalidField if it is empty, too long, or holds what cannot be seen
     */
    public static String line(String field, String raw, int max) {
        String normal = normalOrEmpty(raw);
        if (normal.isEmpty() || normal.codePointCount(0, normal.length()) > max) {
            throw new InvalidField(field, Sentence.of("Write 1 to {0} characters that can be seen.", max));
        }
        return normal;
    }

    /**
     * Words that others read, in one paragraph. Characters are counted as people count them: a letter with its marks is one, and so is an
     * emoji that is made of several.
     *
     * @throws InvalidField if it is empty, too long, or holds what cannot be seen
     */
    public static String words(String field, String raw, int max) {
        String normal = normalOrEmpty(raw.replaceAll("[\\r\\n\\t]+", " "));
        if (!normal.isEmpty() && normal.length() > unitsMax(max)) {
            throw new InvalidField(
                    field, Sentence.of("Write less: these signs take the room of more than {0} characters.", max));
        }
        if (normal.isEmpty() || count(normal) > max) {
            throw new InvalidField(field, Sentence.of("Write 1 to {0} characters that can be seen.", max));
        }
        return normal;
    }

    /** How many UTF-16 code units so many characters may take: what a field of a form lets people type. */
    public static int unitsMax(int characters) {
        return characters * UNITS_A_CHARACTER;
    }

    private static int count(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    static boolean isHidden(int point) {
        return switch (UCharacter.getType(point)) {
            case UCharacter.CONTROL,
                    UCharacter.FORMAT,
                    UCharacter.SURROGATE,
                    UCharacter.PRIVATE_USE,
                    UCharacter.UNASSIGNED,
                    UCharacter.LINE_SEPARATOR,
                    UCharacter.PARAGRAPH_SEPARATOR -> true;
            default ->
                point == BRAILLE_BLANK
                        || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || UCharacter.hasBinaryProperty(point, UProperty.BIDI_CONTROL);
        };
    }

    /** Families and professions are several emoji with a joiner between them (UTS 51, 2.2). */
    private static boolean joinsEmoji(int[] points, int at) {
        return points[at] == ZERO_WIDTH_JOINER
                && at > 0
                && at + 1 < points.length
                && (isPicture(points[at - 1]) || UCharacter.hasBinaryProperty(points[at - 1], UProperty.EMOJI_MODIFIER))
                && isPicture(points[at + 1]);
    }

    static boolean isPicture(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static boolean hasHeapOfMarks(String text) {
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            int type = UCharacter.getType(point);
            marks = type == UCharacter.NON_SPACING_MARK || type == UCharacter.ENCLOSING_MARK ? marks + 1 : 0;
            if (marks > MARKS_MAX) {
                return true;
            }
        }
        return false;
    }
}
