package network.fanz.security.identity.attempts;

import java.time.Instant;
import network.fanz.common.AccountId;

/** Hears of each sign-in with all factors that the account needs, in the same transaction. */
public interface SignInWitness {
    void signedIn(AccountId account, Instant at);
}
