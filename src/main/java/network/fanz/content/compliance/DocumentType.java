package network.fanz.content.compliance;

import java.util.Locale;
import network.fanz.common.Sentence;

/** What a person can show who they are by (28 CFR 75.1(b)). */
public enum DocumentType {
    PASSPORT,
    IDENTITY_CARD,
    DRIVING_LICENCE,
    PERMANENT_RESIDENT_CARD,
    IMMIGRATION_DOCUMENT,
    OTHER_GOVERNMENT_DOCUMENT;

    public Sentence words() {
        return switch (this) {
            case PASSPORT -> Sentence.of("Passport");
            case IDENTITY_CARD -> Sentence.of("Identity card");
            case DRIVING_LICENCE -> Sentence.of("Driving licence");
            case PERMANENT_RESIDENT_CARD -> Sentence.of("Permanent resident card");
            case IMMIGRATION_DOCUMENT -> Sentence.of("Immigration document");
            case OTHER_GOVERNMENT_DOCUMENT -> Sentence.of("Another document of a government");
        };
    }

    /** As forms name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
