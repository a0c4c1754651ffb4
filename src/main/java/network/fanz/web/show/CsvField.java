package network.fanz.web.show;

import java.time.Instant;
import java.util.UUID;

/** How a text stands in a file for spreadsheets: quoted where it must be (RFC 4180), and never run as a formula. */
final class CsvField {
    /** Signs with which a formula begins, also full-width ones, and the minus sign of typographers. */
    private static final String FORMULA_SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212";

    private static final byte NOT_PLAIN = 0;
    private static final byte PLAIN_INSIDE = 1;
    private static final byte PLAIN_ANYWHERE = 2;
    /** By sign of ASCII: every sign of every field is looked up here, so it is a table. */
    private static final byte[] PLAIN = new byte[128];

    static {
        for (char sign = 0; sign < PLAIN.length; sign++) {
            boolean letter = sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
            PLAIN[sign] = letter ? PLAIN_ANYWHERE : "-.:_ ".indexOf(sign) >= 0 ? PLAIN_INSIDE : NOT_PLAIN;
        }
    }

    private CsvField() {}

    /** What cannot be a formula, and needs no quotes, is not looked through: numbers, ids and times. */
    static String of(Object value) {
        return switch (value) {
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case UUID id -> id.toString();
            case Instant time -> time.toString();
            default -> of(value.toString());
        };
    }

    /**
     * The field as it stands in the file. An apostrophe before a formula says that it is text; a number is a number. A spreadsheet of a
     * country that writes a comma in its numbers cuts at semicolons, quoted or not, so a formula may also begin behind one, or on a new
     * line.
     */
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String safe = isNumber(text) ? text : disarmed(text);
        return needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** What most fields are: letters and digits of ASCII, with signs and spaces inside that mean nothing to a spreadsheet. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (sign >= PLAIN.length || PLAIN[sign] == NOT_PLAIN || index == 0 && PLAIN[sign] == PLAIN_INSIDE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return areDigits(text, start, point < 0 ? text.length() : point)
                && (point < 0 || areDigits(text, point + 1, text.length()));
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int index = from; index < to; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private static String disarmed(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2);
        boolean cellBegins = true;
        int cellStart = 0;
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (cellBegins && FORMULA_SIGNS.indexOf(sign) >= 0) {
                safe.insert(cellStart, '\'');
            }
            safe.append(sign);
            if (endsCell(sign)) {
                cellBegins = true;
                cellStart = safe.length();
            } else if (!isSkipped(sign)) {
                cellBegins = false;
            }
        }
        // A tab or a line's end at the beginning is taken away by some, and what stands behind it is then the
        // beginning.
        return !text.isEmpty() && endsCell(text.charAt(0)) && text.charAt(0) != ';' ? "'" + safe : safe.toString();
    }

    /** Where some spreadsheet begins a new cell. */
    private static boolean endsCell(char sign) {
        return sign == ';' || sign == '\t' || sign == '\r' || sign == '\n';
    }

    /** What stands before a formula without keeping it from being one: spaces, quotes, and what nobody sees. */
    private static boolean isSkipped(char sign) {
        return sign == '"'
                || Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.FORMAT;
    }

    private static boolean needsQuotes(String text) {
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (sign == '"' || sign == ',' || endsCell(sign)) {
                return true;
            }
        }
        return false;
    }
}
