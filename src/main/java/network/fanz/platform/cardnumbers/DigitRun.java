package network.fanz.platform.cardnumbers;

import java.util.Arrays;
import java.util.List;

/** Groups of digits that stand side by side in a text, set apart by up to three spaces, tabs or dashes, or by one dot. */
final class DigitRun {
    /** How numbers are printed on cards: nearly always in fours, the last group with what is left; some networks have their own. */
    private static final List<int[]> PRINTED = List.of(
            new int[] {4, 4, 4, 4},
            new int[] {4, 6, 5},
            new int[] {4, 6, 4},
            new int[] {4, 4, 4, 4, 3},
            new int[] {4, 4, 4, 4, 2},
            new int[] {4, 4, 4, 4, 1},
            new int[] {4, 4, 4, 3},
            new int[] {4, 4, 4, 2},
            new int[] {4, 4, 4, 1},
            new int[] {4, 4, 4},
            new int[] {4, 4, 5},
            new int[] {4, 5, 6},
            new int[] {6, 13},
            new int[] {6, 10});

    private static final int DIGITS_MIN = 12;
    private static final int DIGITS_MAX = 19;
    private static final int SEPARATORS_MAX = 3;
    private static final int PHONE_DIGITS_MAX = 15;
    private static final int WORD_MAX = 64;

    private final String text;
    private int position;
    private int groups;
    private int[] starts = new int[16];
    private int[] lengths = new int[16];

    DigitRun(String text) {
        this.text = text;
    }

    /** Goes to the next run; false if there is none. */
    boolean next() {
        groups = 0;
        while (position < text.length() && !isDigit(position)) {
            position++;
        }
        while (position < text.length() && isDigit(position)) {
            int start = position;
            while (position < text.length() && isDigit(position)) {
                position++;
            }
            add(start, position - start);
            position += separator(position);
        }
        return groups > 0;
    }

    boolean holdsCardNumber() {
        for (int from = 0; from < groups; from++) {
            if (isCard(from, 1, false) || anyPrinted(from) || anyDictated(from)) {
                return true;
            }
        }
        return false;
    }

    private void add(int start, int length) {
        if (groups == starts.length) {
            starts = Arrays.copyOf(starts, groups * 2);
            lengths = Arrays.copyOf(lengths, groups * 2);
        }
        starts[groups] = start;
        lengths[groups++] = length;
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** How many characters set the digits before a place apart from those behind it; none if it is the run's end. */
    private int separator(int at) {
        int end = at;
        while (end < text.length() && end - at < SEPARATORS_MAX && isSeparator(text.charAt(end))) {
            end++;
        }
        boolean dot = end == at && end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '\u00b7');
        end += dot ? 1 : 0;
        return end > at && isDigit(end) ? end - at : 0;
    }

    private static boolean isSeparator(char character) {
        return character == ' '
                || character == '\t'
                || character == '-'
                || character == '_'
                || character == '\u00a0'
                || (character >= '\u2000' && character <= '\u200b')
                || (character >= '\u2010' && character <= '\u2015')
                || character == '\u202f'
                || character == '\u2212';
    }

    private boolean anyPrinted(int from) {
        for (int[] form : PRINTED) {
            if (from + form.length <= groups
                    && Arrays.equals(form, 0, form.length, lengths, from, from + form.length)
                    && isCard(from, form.length, true)) {
                return true;
            }
        }
        return false;
    }

    /** Digit by digit. */
    private boolean anyDictated(int from) {
        int count = 0;
        while (count < DIGITS_MAX && from + count < groups && lengths[from + count] == 1) {
            count++;
            if (count >= DIGITS_MIN && isCard(from, count, true)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCard(int from, int count, boolean printed) {
        int digits = 0;
        for (int group = from; group < from + count; group++) {
            digits += lengths[group];
        }
        if (digits < DIGITS_MIN || digits > DIGITS_MAX) {
            return false;
        }
        StringBuilder number = new StringBuilder(DIGITS_MAX);
        for (int group = from; group < from + count; group++) {
            number.append(text, starts[group], starts[group] + lengths[group]);
        }
        int end = starts[from + count - 1] + lengths[from + count - 1];
        return CardNetworks.issue(number, printed)
                && number.chars().distinct().count() > 1
                && !isPartOfAnother(starts[from], end, digits, printed);
    }

    /** A telephone number (E.164), a number with decimals, or a word of hexadecimal digits that happens to have few letters. */
    private boolean isPartOfAnother(int start, int end, int digits, boolean printed) {
        boolean phone = start > 0 && text.charAt(start - 1) == '+' && digits <= PHONE_DIGITS_MAX;
        boolean fraction = !printed && start > 0 && text.charAt(start - 1) == '.' && isDigit(start - 2);
        boolean whole = !printed && end < text.length() && text.charAt(end) == '.' && isDigit(end + 1);
        return phone || fraction || whole || isHexadecimal(start, end);
    }

    private boolean isHexadecimal(int start, int end) {
        int from = start;
        while (from > 0 && start - from < WORD_MAX && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < WORD_MAX && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        boolean hexadecimal = to - from > end - start;
        for (int at = from; at < to && hexadecimal; at++) {
            hexadecimal = at >= start && at < end || Character.digit(text.charAt(at), 16) >= 0;
        }
        return hexadecimal;
    }
}
