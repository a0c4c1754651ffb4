package network.fanz.security.identity;

import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.security.identity.registration.Invitations;
import network.fanz.security.identity.registration.Registrations;
import network.fanz.security.identity.staff.SentInvitations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How people come to the staff. An invitation belongs to its address: the account that has it accepts the role, and where none has it a
 * new one is made with it.
 */
@Component
public class StaffInvitations {
    private final Registrations registrations;
    private final Invitations invitations;
    private final SentInvitations sent;

    StaffInvitations(Registrations registrations, Invitations invitations, SentInvitations sentInvitations) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.sent = sentInvitations;
    }

    /**
     * What a link leads to, for the account that looks.
     *
     * @param caller null if nobody is signed in
     */
    public InvitationView view(String token, @Nullable AccountId caller) {
        return invitations.view(token, caller);
    }

    /**
     * Makes the account of an invited person, with the invitation's role. By the link of a letter its address is confirmed at once. Emits
     * {@code user_registered}, and {@code email_verified} by the link of a letter.
     *
     * @param account its role is ignored; an empty address means the invitation's
     * @param anew whether accounts that have the address unconfirmed are not the invited person's
     * @throws LinkNotGood if the invitation was used, was withdrawn or has expired
     * @throws InvitedHasAccount if an account has the address, and it may be the invited person's
     * @throws InvalidField if the address is not the invitation's
     */
    public AccountId register(String token, NewAccount account, boolean anew, Origin origin) {
        return registrations.accept(token, account, anew, origin);
    }

    /**
     * Gives the invitation's role to the account that has its address; a second time it changes nothing. Emits {@code role_granted}, and
     * {@code email_verified} where the letter's link confirms the address.
     *
     * @return the role
     * @throws LinkNotGood if the invitation was used, was withdrawn or has expired
     * @throws InvitationOfAnother if it is for another address
     * @throws AddressUnconfirmed if neither the account nor the link shows that the mailbox is read
     */
    public Role accept(AccountId account, String token) {
        return invitations.accept(account, token);
    }

    /**
     * Invites a person to the staff by mail.
     *
     * @param key the same gives the same invitation, with another link and without a second letter
     * @throws InvitationKeyReused if the key has made another one, or one that can no longer be accepted
     */
    public Invitation invite(AccountId by, Role role, String email, String key) {
        return sent.invite(by, role, email, key);
    }

    /** Invitations that can still be accepted, the newest first; at most 200. */
    public List<PendingInvitation> pending() {
        return invitations.pending();
    }

    /**
     * Sends another letter, and the invitation's time begins anew.
     *
     * @throws NotFound if it was accepted, has ended, never was, or its address is not known
     * @throws InvitationLettersUsedUp if it was sent often enough
     */
    public void resend(AccountId by, UUID invitation) {
        sent.resend(by, invitation);
    }

    /**
     * Ends an invitation that nobody has accepted yet.
     *
     * @throws NotFound if it was accepted, has ended, or never was
     */
    public void withdraw(AccountId by, UUID invitation) {
        sent.withdraw(by, invitation);
    }
}
