package network.fanz.content.compliance;

/** Where somebody's proof of age stands. */
public enum AgeState {
    /** They have shown nothing, or what they have shown is over or not enough where they are. */
    NONE,
    /** The provider's page is open to them. */
    STARTED,
    /** The provider's people look at it. */
    IN_DOUBT,
    REFUSED,
    ASSURED;

    public boolean isOpen() {
        return this == STARTED || this == IN_DOUBT;
    }
}
