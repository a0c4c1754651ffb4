package network.fanz.security.identity;

import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;

/**
 * An account as other modules may see it.
 *
 * @param name the public name that the owner chose, which is personal data: show it, never log it
 * @param country where the owner claims to live, ISO 3166-1 alpha-2
 * @param emailVerified whether the owner has confirmed the email address
 * @param secondFactor whether a second factor or a passkey is set up
 */
public record Account(
        AccountId id,
        String name,
        Set<Role> roles,
        String country,
        boolean emailVerified,
        boolean secondFactor,
        AccountState state,
        Instant registeredAt) {}
