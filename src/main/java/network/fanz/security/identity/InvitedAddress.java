package network.fanz.security.identity;

/** What is known of the address that an invitation is for. */
public enum InvitedAddress {
    /** It names none: it is for whoever holds it, as the first administrator's. */
    ANYBODY,
    /** No account has it. */
    NEW,
    /** Accounts have it that have not confirmed it; a stranger may have made them. */
    UNCONFIRMED,
    /** It is an account's, and nobody else's. */
    CONFIRMED
}
