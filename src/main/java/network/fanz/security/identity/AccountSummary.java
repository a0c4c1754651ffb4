package network.fanz.security.identity;

import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;

/**
 * An account without its personal data: the fields that decide what it may do. Reading it decrypts nothing.
 *
 * @param country where the owner claims to live, ISO 3166-1 alpha-2
 * @param secondFactor whether a second factor or a passkey is set up
 */
public record AccountSummary(
        AccountId id,
        Set<Role> roles,
        String country,
        boolean secondFactor,
        AccountState state,
        Instant registeredAt) {}
