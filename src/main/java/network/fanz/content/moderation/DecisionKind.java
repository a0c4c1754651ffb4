package network.fanz.content.moderation;

/** What a person can decide. */
public enum DecisionKind {
    /** It may go on: to the next check if it is held, to publication if it waits for that, or it stays where it is seen. */
    APPROVE,
    /** It does not come, or nobody sees it any more. */
    REJECT,
    /** Somebody else is to decide. */
    ESCALATE
}
