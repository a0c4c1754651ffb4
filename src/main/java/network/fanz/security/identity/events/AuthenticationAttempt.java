package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A request tried to prove an account's identity.
 *
 * @param account the account that was tried; null if there is no such account
 * @param method password, totp, passkey or recovery_code
 * @param success whether the proof was right
 * @param signedIn whether the account is signed in by it; false where a second factor is still due. Null in an event from before this was
 *     told apart
 * @param reason why it failed, a word such as {@code wrong_code}; null on success
 * @param addressHash keyed hash of the network address
 * @param agentHash keyed hash of the user agent
 * @param location country of the network address, ISO 3166-1 alpha-2; null if unknown
 * @param attemptCount failures of this account in a row, this one included
 */
@EventType("authenticationAttempt")
public record AuthenticationAttempt(
        @Nullable AccountId account,
        String method,
        boolean success,
        @Nullable Boolean signedIn,
        @Nullable String reason,
        String addressHash,
        String agentHash,
        String platform,
        @Nullable String location,
        int attemptCount,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return addressHash;
    }

    /** Failures are for those who watch; what they make of them is kept there. */
    @Override
    public boolean passing() {
        return !success;
    }

    /** Whether the account is signed in by this proof. */
    public boolean completesSignIn() {
        return success && !Boolean.FALSE.equals(signedIn);
    }
}
