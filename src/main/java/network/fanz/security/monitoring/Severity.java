package network.fanz.security.monitoring;

/** How bad it is, from nothing to worry about to what cannot wait. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** From here on events are correlated with each other. */
    public boolean isSuspicious() {
        return compareTo(MEDIUM) >= 0;
    }
}
