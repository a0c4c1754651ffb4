package network.fanz.content.compliance;

/** What a work can lack before it may be shown. Programs decide by these; they never change. */
public enum WorkGapKind {
    NOT_SAID,
    RECORD,
    NO_CONSENT,
    CONSENT_REVOKED
}
