package network.fanz.security.monitoring;

/** Which system saw it. */
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
