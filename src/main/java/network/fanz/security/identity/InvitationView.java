package network.fanz.security.identity;

import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation's link leads to.
 *
 * @param role null if there is no such invitation
 * @param email to whom it is open; null where it has ended, names no address, or is an older one
 * @param address what is known of that address
 * @param callers whether it is for the account that looks
 * @param acceptedByCaller whether the account that looks has accepted it
 */
public record InvitationView(
        InvitationState state,
        @Nullable Role role,
        @Nullable String email,
        InvitedAddress address,
        boolean callers,
        boolean acceptedByCaller) {
    @Override
    public String toString() {
        return "InvitationView[state=" + state + ", role=" + role + ", address=" + address + "]";
    }
}
