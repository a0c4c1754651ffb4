package network.fanz.security.identity;

/** Why staff suspend an account. A closed list, for the reason stands in the audit log for ever and may name nobody. */
public enum SuspensionReason {
    FRAUD,
    ATTACK_ON_OTHERS,
    TAKEN_OVER_BY_SOMEBODY,
    UNDER_AGE,
    SANCTIONS,
    LEGAL_ORDER,
    UNDER_REVIEW,
    ASKED_BY_ITS_OWNER
}
