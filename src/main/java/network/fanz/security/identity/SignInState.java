package network.fanz.security.identity;

import network.fanz.common.AccountId;

/**
 * How far a sign-in has come.
 *
 * @param secondFactor what is still missing, or is not
 */
public record SignInState(AccountId account, SecondFactorState secondFactor) {
    public enum SecondFactorState {
        /** Nothing but the second factor's own steps can be done before it is given, or set up where there is none. */
        NEEDED,
        GIVEN,
        NOT_NEEDED
    }
}
