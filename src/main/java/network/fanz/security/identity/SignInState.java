package network.fanz.security.identity;

import network.fanz.common.AccountId;

/**
 * How far a sign-in has come.
 *
 * @param secondFactor whether a second factor is still missing
 */
public record SignInState(AccountId account, SecondFactorState secondFactor) {
    public enum SecondFactorState {
        /** Until the second factor is given, or set up, only the steps for that are possible. */
        NEEDED,
        GIVEN,
        NOT_NEEDED
    }
}
