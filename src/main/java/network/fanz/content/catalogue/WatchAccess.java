package network.fanz.content.catalogue;

/** What stands between somebody and a published work. */
public enum WatchAccess {
    OPEN,
    /** They have not shown that they are of age. */
    AGE,
    /** It is for supporters, and they hold no pass of its creator. */
    PASS,
    /** It is for those who buy it, and they have not. */
    PURCHASE,
    /** A pass of its creator or buying it opens it, and they have neither. */
    PASS_OR_PURCHASE;

    /** What is missing to somebody of age who may not watch. */
    public static WatchAccess missing(WorkAudience audience) {
        return switch (audience) {
            case EVERYONE -> OPEN;
            case SUPPORTERS -> PASS;
            case BUYERS -> PURCHASE;
            case SUPPORTERS_AND_BUYERS -> PASS_OR_PURCHASE;
        };
    }
}
