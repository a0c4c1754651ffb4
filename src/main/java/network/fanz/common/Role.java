package network.fanz.common;

/** What an account may be. An account may hold several; each right is granted to named roles, and all else is refused. */
public enum Role {
    FAN,
    CREATOR,
    MODERATOR,
    CUSTODIAN,
    FINANCE,
    ANALYST,
    EXECUTIVE,
    ADMINISTRATOR;

    /** Staff and creators act only after a second factor. */
    public boolean needsSecondFactor() {
        return this != FAN;
    }

    /** Whether whoever holds it works for the operator; fans and creators are the operator's guests. */
    public boolean isStaff() {
        return this != FAN && this != CREATOR;
    }
}
