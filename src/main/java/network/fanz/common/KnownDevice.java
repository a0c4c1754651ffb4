package network.fanz.common;

/**
 * A browser in which an account has signed in with all its factors. It proves nothing but that.
 *
 * @param key tells the account's devices apart
 */
public record KnownDevice(AccountId account, String key) {}
