package network.fanz.security.identity;

/** Whether an account may sign in. */
public enum AccountState {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
