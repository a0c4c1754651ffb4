package network.fanz.content.moderation;

import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides.
 *
 * @param digest of the bytes and words that they have looked at, in hexadecimal digits
 * @param clause of the policy against which it is; only with a rejection
 * @param note for colleagues, never shown to its creator; empty for none
 */
public record NewDecision(
        DecisionKind kind, String digest, @Nullable String clause, String note) {
    /** As people count characters. */
    public static final int NOTE_MAX = 500;

    /** @throws InvalidField naming what is missing, too long or does not belong there */
    public static NewDecision of(DecisionKind kind, String digest, @Nullable String clause, @Nullable String note) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new InvalidField("digest", "Send the digest of what you have looked at.");
        }
        String words = note == null || note.isBlank() ? "" : VisibleText.words("note", note, NOTE_MAX);
        if (CardNumbers.in(words)) {
            throw new InvalidField("note", "A card number does not belong here.");
        }
        if (kind == DecisionKind.ESCALATE && words.isEmpty()) {
            throw new InvalidField("note", "Say in a few words what somebody else should look at.");
        }
        boolean rejects = kind == DecisionKind.REJECT;
        if (rejects && (clause == null || clause.isEmpty())) {
            throw new InvalidField("clause", "Choose what it is against.");
        }
        return new NewDecision(kind, digest, rejects ? clause : null, words);
    }

    /** What people write of a work: never in a log. */
    @Override
    public String toString() {
        return "NewDecision[" + kind + ", " + clause + "]";
    }
}
