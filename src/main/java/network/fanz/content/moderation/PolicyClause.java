package network.fanz.content.moderation;

import java.util.Map;
import network.fanz.common.Language;

/**
 * Something that is not allowed, and what is said of it. Every text is there in every language of the house, by its tag.
 *
 * @param code by which decisions name it; small letters, digits and dashes
 * @param title in a few words
 * @param text what it means, for moderators
 * @param toCreator what the creator of a work is told that is against it
 */
public record PolicyClause(
        String code, Map<String, String> title, Map<String, String> text, Map<String, String> toCreator) {
    public PolicyClause {
        title = Map.copyOf(title);
        text = Map.copyOf(text);
        toCreator = Map.copyOf(toCreator);
    }

    /** One of its texts in the reader's language. */
    public static String said(Map<String, String> words) {
        return words.getOrDefault(Language.current().tag(), words.getOrDefault(Language.ENGLISH.tag(), ""));
    }
}
