package network.fanz.security.monitoring;

/** What an alert turned out to be. */
public enum AlertVerdict {
    /** The threat was real. Such an alert is contained before it is closed. */
    TRUE_POSITIVE,
    /** There was no threat. */
    FALSE_POSITIVE,
    /** Nobody judged it: nothing more was seen for so long that the program closed it by rule. */
    EXPIRED
}
