package network.fanz.common;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the session proves it.
 *
 * @param account the signed-in account; null if none is signed in
 * @param roles the account's roles at this moment; empty if none is signed in
 * @param secondFactor whether a second factor, or a passkey with user verification, was given in this session
 * @param origin where the request comes from
 */
public record Caller(@Nullable AccountId account, Set<Role> roles, boolean secondFactor, Origin origin) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @throws SignInRequired if the caller is not signed in */
    public AccountId requireAccount() {
        if (account == null) {
            throw new SignInRequired();
        }
        return account;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean is(AccountId other) {
        return other.equals(account);
    }
}
