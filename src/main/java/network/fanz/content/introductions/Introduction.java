package network.fanz.content.introductions;

import java.util.List;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;

/**
 * What a creator says of themselves.
 *
 * @param words one paragraph of plain text; empty if its writer has left and it went with them
 * @param links the same one once
 */
public record Introduction(String words, List<WebLink> links) {
    /** As people count characters. */
    public static final int WORDS_MAX = 600;

    public static final int LINKS_MAX = 4;

    private static final int BEGINNING = 80;

    static final Introduction ERASED = new Introduction("", List.of());

    public Introduction {
        links = links.stream().distinct().toList();
        if (links.size() > LINKS_MAX) {
            throw new InvalidField("links", Sentence.of("There may be {0} links at most.", LINKS_MAX));
        }
    }

    /**
     * Words as they may be proposed.
     *
     * @throws InvalidField if they are empty or too long, or hold what cannot be seen or a card number
     */
    public static String words(String field, String typed) {
        String words = VisibleText.words(field, typed, WORDS_MAX);
        // The door has looked at what was sent; without its invisible marks it may show a number after all.
        if (CardNumbers.in(words)) {
            throw new InvalidField(field, "A card number does not belong here.");
        }
        return words;
    }

    /** The first of its words, for a list. */
    public String beginning() {
        int end = words.length() <= BEGINNING ? words.length() : words.lastIndexOf(' ', BEGINNING);
        return end == words.length()
                ? words
                : words.substring(0, end < 1 ? words.offsetByCodePoints(0, BEGINNING / 2) : end) + "…";
    }

    public boolean erased() {
        return words.isEmpty();
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "Introduction";
    }
}
