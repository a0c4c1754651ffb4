package network.fanz.content.moderation;

import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports about a work that is seen.
 *
 * @param words what they say of it; empty for nothing
 */
public record NewReport(UUID work, ReportReason reason, String words) {
    /** As people count characters. */
    public static final int WORDS_MAX = 1000;

    /** @throws InvalidField naming what is too long, invisible or a card number */
    public static NewReport of(UUID work, ReportReason reason, @Nullable String words) {
        String said = words == null || words.isBlank() ? "" : VisibleText.words("words", words, WORDS_MAX);
        if (CardNumbers.in(said)) {
            throw new InvalidField("words", "A card number does not belong here.");
        }
        return new NewReport(work, reason, said);
    }

    /** Whether it says something of its own about a grave matter: no judgement on an earlier report answers it. */
    public boolean isLookedAtAgain() {
        return reason.isGrave() && !words.isEmpty();
    }

    /** What people write of others: never in a log. */
    @Override
    public String toString() {
        return "NewReport[" + work + ", " + reason + "]";
    }
}
