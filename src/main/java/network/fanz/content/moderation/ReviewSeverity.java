package network.fanz.content.moderation;

/** How soon a person should look, the most urgent first. */
public enum ReviewSeverity {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}
