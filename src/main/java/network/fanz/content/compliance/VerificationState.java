package network.fanz.content.compliance;

import java.util.Locale;

/** Where a check of identity stands. */
public enum VerificationState {
    /** There is no check yet. */
    NONE,
    /** Waits for the creator on the provider's page, or for the provider's answer. */
    STARTED,
    /** Somebody at the provider looks at it. */
    IN_DOUBT,
    VERIFIED,
    REFUSED,
    /** The page was not used in time, or the provider has given no answer. */
    LAPSED,
    /** The document that was shown is good no longer. */
    EXPIRED,
    /** A newer check has taken its place. */
    REPLACED,
    /** Staff have taken it away. */
    WITHDRAWN;

    /** How it is told to others; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an answer is awaited. */
    public boolean isOpen() {
        return this == STARTED || this == IN_DOUBT;
    }
}
