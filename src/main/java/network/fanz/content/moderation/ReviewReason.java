package network.fanz.content.moderation;

import java.util.Optional;
import network.fanz.content.catalogue.ReleaseCause;

/** Why something waits for a person. */
public enum ReviewReason {
    /** Nothing is published before a person has looked at exactly its bytes and words. */
    BEFORE_PUBLICATION,
    /** Software cannot tell it from other pictures, or it moves. */
    SHOWS_TOO_LITTLE,
    /** A bank of hashes names it. */
    LOOKS_KNOWN,
    /** People have reported it. */
    REPORTED;

    /** Whether it is about what a check has held, and so not yet about what is seen. */
    public boolean isOfHeld() {
        return this == SHOWS_TOO_LITTLE || this == LOOKS_KNOWN;
    }

    /** Why a person looks at what a check has held; empty if it is not for a person. */
    public static Optional<ReviewReason> ofHeld(ReleaseCause cause) {
        return switch (cause) {
            case SAYS_TOO_LITTLE, FILM_SAYS_TOO_LITTLE -> Optional.of(SHOWS_TOO_LITTLE);
            case KNOWN -> Optional.of(LOOKS_KNOWN);
            default -> Optional.empty();
        };
    }
}
