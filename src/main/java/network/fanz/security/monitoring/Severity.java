package network.fanz.security.monitoring;

/** How bad an event is, from harmless to urgent. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The worse of two. */
    public Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** From this severity on events are correlated with each other. */
    public boolean isSuspicious() {
        return compareTo(MEDIUM) >= 0;
    }
}
