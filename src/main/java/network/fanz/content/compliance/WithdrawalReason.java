package network.fanz.content.compliance;

import java.util.Locale;

/** Why staff take a check of identity away. */
public enum WithdrawalReason {
    DOCUMENT_DOUBTED("there is doubt about the document"),
    ANOTHER_PERSON("somebody else seems to use the account"),
    AGE_DOUBTED("there is doubt about the age"),
    MISTAKEN("the check was about somebody else");

    private final String words;

    WithdrawalReason(String words) {
        this.words = words;
    }

    /** To be put behind "because". */
    public String words() {
        return words;
    }

    /** How it is told to others; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
