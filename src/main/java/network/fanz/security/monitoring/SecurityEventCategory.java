package network.fanz.security.monitoring;

/** The kind of a security event. */
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
