package network.fanz.security.monitoring;

/** What kind of thing happened. */
public enum SecurityEventCategory {
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
