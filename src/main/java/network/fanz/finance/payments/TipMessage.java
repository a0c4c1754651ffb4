package network.fanz.finance.payments;

import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer writes with a tip.
 *
 * @param text one paragraph of plain text; empty if its writer has left and it went with them
 */
public record TipMessage(String text) {
    /** As people count characters. */
    public static final int LENGTH_MAX = 280;

    /** One whose writer has been erased. */
    public static final TipMessage ERASED = new TipMessage("");

    /**
     * @param field the field to blame
     * @return null if nothing was written
     * @throws InvalidField if it is too long, or holds what cannot be seen or a card number
     */
    public static @Nullable TipMessage of(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String text = VisibleText.words(field, written, LENGTH_MAX);
        // The door has looked at what was sent; without its invisible marks it may show a number after all.
        if (CardNumbers.in(text)) {
            throw new InvalidField(field, "A card number does not belong here.");
        }
        return new TipMessage(text);
    }

    public boolean erased() {
        return text.isEmpty();
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "TipMessage";
    }
}
