package network.fanz.content.catalogue;

/** What stands between somebody and a published work. */
public enum WatchAccess {
    OPEN,
    /** They have not shown that they are of age. */
    AGE,
    /** It is for supporters, and they hold no pass of its creator. */
    PASS
}
