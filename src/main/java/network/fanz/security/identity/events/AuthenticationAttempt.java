package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to prove who they are.
 *
 * @param account whose account was tried; null if there is no such account
 * @param method password, totp, passkey or recovery_code
 * @param success whether the proof was good
 * @param reason why not, a word such as {@code wrong_code}; null on success
 * @param addressHash keyed hash of the address
 * @param agentHash keyed hash of the user agent
 * @param location country of the address, ISO 3166-1 alpha-2; null if unknown
 * @param attemptCount failures of this account in a row, this one included
 */
@EventType("authenticationAttempt")
public record AuthenticationAttempt(
        @Nullable AccountId account,
        String method,
        boolean success,
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
}
