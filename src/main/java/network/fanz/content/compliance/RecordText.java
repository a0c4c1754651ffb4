package network.fanz.content.compliance;

import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;

/** Texts of a record: what can be seen alone, and no card number. */
public final class RecordText {
    public static final int NAME_MAX = 100;
    public static final int NUMBER_MAX = 60;
    public static final int WORDS_MAX = 300;

    private RecordText() {}

    public static String name(String field, String typed) {
        return withoutCard(field, VisibleText.line(field, typed, NAME_MAX));
    }

    /** Of a document; it may look like a card's, by which its issuer did not mean one. */
    public static String number(String field, String typed) {
        return VisibleText.line(field, typed, NUMBER_MAX);
    }

    /** One paragraph. */
    public static String words(String field, String typed) {
        return withoutCard(field, VisibleText.words(field, typed, WORDS_MAX));
    }

    private static String withoutCard(String field, String text) {
        // The door has looked at what was sent; without its invisible marks it may show a number after all.
        if (CardNumbers.in(text)) {
            throw new InvalidField(field, "A card number does not belong here.");
        }
        return text;
    }
}
