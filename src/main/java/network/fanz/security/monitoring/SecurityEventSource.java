package network.fanz.security.monitoring;

/** The system that saw an event. */
public enum SecurityEventSource {
    AUTH_SERVICE,
    MFA_SERVICE,
    CONTENT_MODERATION,
    FRAUD_DETECTION,
    PAYMENT_SERVICE,
    LEDGER,
    RATE_LIMITING,
    APPLICATION,
    EXTERNAL_FEED
}
