package network.fanz.security.identity.sessions;

import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.Role;

/**
 * The account of a session at the time of this request, read together with the session: a change of roles counts from the next request on.
 *
 * @param factorSetUp whether the account has a second factor or a passkey
 * @param termsOwed the version of the terms of use that is in force and has not been accepted with the account; 0 if none
 */
public record SessionAccount(Set<Role> roles, boolean factorSetUp, int termsOwed) {
    /** The attribute of an {@code HttpSession} under which the account is read; it cannot be set. */
    public static final String ATTRIBUTE = "identity.holder";

    public SessionAccount {
        roles = Set.copyOf(roles);
    }

    /** An owner who has set up a second factor wants it to be required; and some roles act only with one. */
    public boolean needsSecondFactor() {
        return factorSetUp || roles.stream().anyMatch(Role::needsSecondFactor);
    }

    public boolean owesTerms() {
        return termsOwed > 0;
    }

    /** The roles that may be used before the second factor is given. */
    public Set<Role> rolesBeforeSecondFactor() {
        return roles.stream().filter(role -> !role.needsSecondFactor()).collect(Collectors.toUnmodifiableSet());
    }
}
