package network.fanz.security.monitoring;

/** What kind of thing happened. */
public enum EventCategory {
    AUTHENTICATION,
    AUTHORIZATION,
    DATA_ACCESS,
    ABUSE,
    FRAUD,
    FINANCIAL,
    NETWORK,
    COMPLIANCE,
    SYSTEM
}
