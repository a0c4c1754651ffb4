package network.fanz.security.identity.accounts;

/**
 * The links to one mailbox that are still good, by which it is decided whether another letter may be written. Strangers share a small
 * number, so that they cannot fill a mailbox; the first letter from a network is not counted against them, so that they cannot spend what
 * is due to the owner.
 *
 * @param all how many there are
 * @param fromHere how many of them the same network has caused
 */
public record OpenLinks(int all, int fromHere) {
    /** However many networks ask, a mailbox gets no more. */
    private static final int EVER_MAX = 50;

    /** @param sharedMax how many all networks together cause */
    public boolean allowAnother(int sharedMax) {
        return all < sharedMax || (fromHere == 0 && all < EVER_MAX);
    }
}
