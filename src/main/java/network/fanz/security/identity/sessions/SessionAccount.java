package network.fanz.security.identity.sessions;

import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.Role;

/**
 * The account of a session as it is at this request, read together with the session: a change of roles counts from the next request on.
 *
 * @param factorSetUp whether the account has a second factor or a passkey
 */
public record SessionAccount(Set<Role> roles, boolean factorSetUp) {
    /** The attribute of an {@code HttpSession} under which it is read; it cannot be set. */
    public static final String ATTRIBUTE = "identity.holder";

    public SessionAccount {
        roles = Set.copyOf(roles);
    }

    /** Whoever has set a second factor up means it; and some roles act only with one. */
    public boolean needsSecondFactor() {
        return factorSetUp || roles.stream().anyMatch(Role::needsSecondFactor);
    }

    /** What may be used before the second factor is given. */
    public Set<Role> rolesBeforeSecondFactor() {
        return roles.stream().filter(role -> !role.needsSecondFactor()).collect(Collectors.toUnmodifiableSet());
    }
}
