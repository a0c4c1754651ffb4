package network.fanz.content.moderation;

/** Where something stands that was put before a person. */
public enum ReviewState {
    WAITING,
    APPROVED,
    REJECTED,
    /** There is nothing to decide any more. */
    GONE
}
