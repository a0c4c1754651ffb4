package network.fanz.security.monitoring;

/** What an alert turned out to be. */
public enum AlertVerdict {
    /** It was right. Such an alert is contained before it is closed. */
    TRUE_POSITIVE,
    /** There was nothing. */
    FALSE_POSITIVE
}
