package network.fanz.security.identity;

import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;

/**
 * An account without what is personal in it: what decides whether it may do something. Nothing has to be opened to read it.
 *
 * @param country where its owner says to live, ISO 3166-1 alpha-2
 * @param secondFactor whether a second factor or a passkey is set up
 */
public record AccountSummary(
        AccountId id,
        Set<Role> roles,
        String country,
        boolean secondFactor,
        AccountState state,
        Instant registeredAt) {}
