package network.fanz.security.monitoring;

/** What kind of finding an alert reports. */
public enum AlertType {
    /** An attack, or an attempt at one. */
    THREAT_DETECTED,
    /** Many failed proofs of identity from one address. */
    BRUTE_FORCE,
    /** Several suspicious events that belong together. */
    RELATED_EVENTS,
    /** A rule of the operator was broken. */
    POLICY_VIOLATION,
    /** A value differs from what is usual. */
    ANOMALY_DETECTED
}
