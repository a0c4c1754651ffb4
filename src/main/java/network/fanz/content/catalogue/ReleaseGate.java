package network.fanz.content.catalogue;

/**
 * Says whether a release may be seen, as far as its module can tell. Every kind must be there and clear at the moment at which a release is
 * published; one that is missing, fails or says no holds it.
 */
public interface ReleaseGate {
    /** Who must agree: the list is closed. */
    enum GateKind {
        /** A person's decision on exactly these bytes and words. */
        MODERATION,
        /** Records and consents of everyone in it. */
        COMPLIANCE
    }

    GateKind kind();

    /** @param digest SHA-256 of the bytes and words that would be seen, in hexadecimal */
    boolean isClear(ReleaseInHand release, String digest);
}
