package network.fanz.content.search;

import java.util.ArrayList;
import java.util.List;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;

/**
 * What people type, in its parts: words, {@code "phrases"}, {@code -without}, {@code tag:beach} or {@code #beach}, {@code by:noor} or
 * {@code @noor}. A quotation that does not end, ends with the text; whatever else is odd is a word.
 *
 * @param open whether the last part is a word that may still be being typed
 */
public record SearchWords(List<Part> parts, boolean open) {
    /** How many parts are read: each costs a look at the index. */
    public static final int PARTS_MAX = 16;

    private static final String QUOTES = "\"“”„«»";

    public SearchWords {
        parts = List.copyOf(parts);
    }

    /** What a part asks for. */
    public enum PartKind {
        WORD,
        PHRASE,
        TAG,
        CREATOR
    }

    /** @param without whether what has it is left out */
    public record Part(PartKind kind, String text, boolean without) {}

    /** @throws InvalidField if there are too many parts */
    public static SearchWords read(String typed) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        boolean open = false;
        while (at < typed.length()) {
            if (isSpace(typed.charAt(at))) {
                at++;
                continue;
            }
            boolean without = typed.charAt(at) == '-';
            int begin = without ? at + 1 : at;
            boolean quoted = begin < typed.length() && isQuote(typed.charAt(begin));
            int end = end(typed, quoted ? begin + 1 : begin, quoted);
            String text = typed.substring(quoted ? begin + 1 : begin, end);
            Part part = quoted ? new Part(PartKind.PHRASE, text, without) : part(text, without);
            if (!part.text().isBlank()) {
                parts.add(part);
            }
            open = end == typed.length() && part.kind() == PartKind.WORD && !without;
            at = end + (quoted ? 1 : 0);
        }
        if (parts.size() > PARTS_MAX) {
            throw new InvalidField("q", Sentence.of("Look for {0} words at most.", PARTS_MAX));
        }
        return new SearchWords(parts, open);
    }

    private static int end(String typed, int from, boolean quoted) {
        int at = from;
        while (at < typed.length()
                && (quoted ? !isQuote(typed.charAt(at)) : !isSpace(typed.charAt(at)) && !isQuote(typed.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static Part part(String text, boolean without) {
        if (text.regionMatches(true, 0, "tag:", 0, 4)) {
            return new Part(PartKind.TAG, text.substring(4), without);
        }
        if (text.regionMatches(true, 0, "by:", 0, 3)) {
            return new Part(PartKind.CREATOR, text.substring(3), without);
        }
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '#' -> new Part(PartKind.TAG, text.substring(1), without);
            case '@' -> new Part(PartKind.CREATOR, text.substring(1), without);
            default -> new Part(PartKind.WORD, text, without);
        };
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || Character.isISOControl(sign);
    }

    private static boolean isQuote(char sign) {
        return QUOTES.indexOf(sign) >= 0;
    }
}
