package network.fanz.content.compliance;

import java.util.Locale;

/** Why a check of identity ended without a yes. */
public enum VerificationRefusal {
    DOCUMENT_UNREADABLE("the document could not be read", false),
    DOCUMENT_EXPIRED("the document is good no longer", false),
    DOCUMENT_NOT_ACCEPTED("this kind of document is not accepted", false),
    NOT_THE_SAME_PERSON("the picture and the document do not show the same person", false),
    SUSPECTED_FORGERY("the document does not seem to be real", true),
    UNDER_AGE("nobody under 18 may upload", true),
    TAKEN_BACK("the provider has taken its yes back", true),
    OTHER("the provider could not say who you are", false);

    private final String words;
    private final boolean bars;

    VerificationRefusal(String words, boolean bars) {
        this.words = words;
        this.bars = bars;
    }

    /** To be put behind "because". */
    public String words() {
        return words;
    }

    /** Whether only staff can let the creator try again. */
    public boolean bars() {
        return bars;
    }

    /** How it is told to others; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
