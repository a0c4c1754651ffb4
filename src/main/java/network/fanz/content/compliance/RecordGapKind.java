package network.fanz.content.compliance;

/** What a record can lack. Programs decide by these; they never change. */
public enum RecordGapKind {
    UNDER_AGE,
    NO_DOCUMENT,
    NO_RECENT_PICTURE,
    SCAN_MISSING,
    EXPIRED_WHEN_EXAMINED,
    EXAMINED_LATE,
    EXPIRED,
    FOREIGN_DOCUMENT
}
