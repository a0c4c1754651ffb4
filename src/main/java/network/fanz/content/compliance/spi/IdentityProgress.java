package network.fanz.content.compliance.spi;

/** Where a check stands at the vendor. */
public enum IdentityProgress {
    /** Waits for the person, or for the vendor's machine. */
    PENDING,
    /** Somebody at the vendor looks at it, which takes a while. */
    DOUBT,
    APPROVED,
    REFUSED,
    /** The page was not used in time. */
    EXPIRED,
    /** The vendor has said something that is not known here. */
    UNRECOGNISED
}
