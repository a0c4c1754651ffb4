package network.fanz.security.monitoring;

/** What an alert says. */
public enum AlertType {
    /** Somebody does harm or tries to. */
    THREAT_DETECTED,
    /** Many proofs of identity failed, from one place. */
    BRUTE_FORCE,
    /** Several suspicious events belong together. */
    RELATED_EVENTS,
    /** A rule of the house was broken. */
    POLICY_VIOLATION,
    /** Something is unlike what is usual. */
    ANOMALY_DETECTED
}
