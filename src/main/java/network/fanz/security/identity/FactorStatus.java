package network.fanz.security.identity;

/**
 * Which second factors an account has.
 *
 * @param totp whether an authenticator app is set up
 * @param passkeys how many passkeys are registered
 * @param recoveryCodesLeft how many recovery codes are unused
 * @param recoveryCodesLow whether so few are left that the owner should make new ones
 */
public record FactorStatus(boolean totp, int passkeys, int recoveryCodesLeft, boolean recoveryCodesLow) {}
