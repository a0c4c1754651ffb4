package network.fanz.security.identity;

/** Why an account is suspended: a word, for whatever is written in free text names people. */
public enum SuspensionReason {
    FRAUD,
    ABUSE,
    UNDER_AGE,
    SANCTIONS,
    ACCOUNT_TAKEN_OVER,
    LEGAL_REQUEST,
    OTHER
}
