package network.fanz.security.identity;

/** Why staff suspend an account. It is a closed list, because the reason stays in the audit log for ever and must not name a person. */
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
