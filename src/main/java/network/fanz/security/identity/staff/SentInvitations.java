package network.fanz.security.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Addressee;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.Invitation;
import network.fanz.security.identity.InvitationKeyReused;
import network.fanz.security.identity.InvitationLettersUsedUp;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.registration.InvitationStore;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations as administrators see them: sent, sent again, withdrawn. */
@Component
public final class SentInvitations {
    /** A mailbox that ten letters have not reached is the wrong one. */
    private static final int LETTERS_MAX = 10;

    private final InvitationStore store;
    private final AccountAccessStore access;
    private final PersonalData personal;
    private final AccountMails mails;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    SentInvitations(
            InvitationStore invitationStore,
            AccountAccessStore accountAccess,
            PersonalData personal,
            AccountMails accountMails,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock,
            IdentitySettings settings) {
        this.store = invitationStore;
        this.access = accountAccess;
        this.personal = personal;
        this.mails = accountMails;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Invites somebody. The same key gives the same invitation and no second letter, but another link: of the first only a hash is kept.
     *
     * @throws InvitationKeyReused if the key has made another one, or one that can no longer be accepted
     */
    public Invitation invite(AccountId by, Role role, String email, String key) {
        if (role == Role.FAN || role == Role.CREATOR) {
            throw new InvalidField("role", "Fans and creators register themselves.");
        }
        EmailAddress address = EmailAddress.of("email", email);
        UUID id = Ids.derived("identity.invitation", by + ":" + key);
        return transaction.execute(status -> {
            Instant now = clock.instant();
            InvitationStore.InvitationRow asked = InvitationStore.InvitationRow.of(
                            id, role, by, now, now.plus(settings.invitationLife()))
                    .to(personal.emailLookup(address), personal.sealInvited(id, address));
            String token = OpaqueTokens.generate();
            InvitationStore.InvitationRow made = asked;
            if (store.add(asked, OpaqueTokens.hash(token))) {
                sendLetter(id, address.mailbox(), now);
            } else {
                made = relink(asked, token, now);
            }
            audit.record(
                    AuditAction.of("identity.invite", by, "invitation:" + id).with("role", role.name()));
            return new Invitation(id, role, token, made.expiresAt());
        });
    }

    private InvitationStore.InvitationRow relink(InvitationStore.InvitationRow asked, String token, Instant now) {
        InvitationStore.InvitationRow made = store.lockOpen(asked.id(), now)
                .filter(open -> open.role() == asked.role() && Arrays.equals(open.emailLookup(), asked.emailLookup()))
                .orElseThrow(InvitationKeyReused::new);
        store.relink(made.id(), OpaqueTokens.hash(token));
        return made;
    }

    /** A new invitation that replaces the previous one; none once there is an administrator. */
    Optional<Invitation> inviteFirstAdministrator(String tokenBefore) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            store.end(OpaqueTokens.hash(tokenBefore), now);
            return access.hasAdministrator()
                    ? Optional.empty()
                    : Optional.of(add(InvitationStore.InvitationRow.of(
                            Ids.next(clock), Role.ADMINISTRATOR, null, now, now.plus(settings.invitationLife()))));
        });
    }

    /**
     * Another letter with a link of its own; the links of the letters before stay good with it, and the invitation's time begins anew.
     *
     * @throws NotFound if it was accepted, has ended, or never was, or its address is not known
     * @throws InvitationLettersUsedUp if it was sent often enough
     */
    public void resend(AccountId by, UUID invitation) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            InvitationStore.InvitationRow row = store.lockOpen(invitation, now)
                    .filter(open -> open.email() != null)
                    .orElseThrow(() -> new NotFound("invitation"));
            if (store.letters(invitation) >= LETTERS_MAX) {
                throw new InvitationLettersUsedUp(LETTERS_MAX);
            }
            store.renew(invitation, now.plus(settings.invitationLife()));
            sendLetter(invitation, personal.invited(invitation, Objects.requireNonNull(row.email())), now);
            audit.record(AuditAction.of("identity.resend_invitation", by, "invitation:" + invitation));
        });
    }

    /** @throws NotFound if it was accepted, has ended, or never was */
    public void withdraw(AccountId by, UUID invitation) {
        transaction.executeWithoutResult(status -> {
            if (!store.end(invitation, clock.instant())) {
                throw new NotFound("invitation");
            }
            audit.record(AuditAction.of("identity.withdraw_invitation", by, "invitation:" + invitation));
        });
    }

    /** In the caller's transaction: whoever may invite nobody any more leaves no invitation behind. */
    void withdrawAllOf(AccountId inviter, AccountId by) {
        store.endAllOf(inviter, clock.instant())
                .forEach(invitation ->
                        audit.record(AuditAction.of("identity.withdraw_invitation", by, "invitation:" + invitation)
                                .with("of", inviter.toString())));
    }

    /**
     * The letter's link is told to nobody but the mailbox, so that whoever has it reads that mailbox. Which language is read there nobody
     * knows: it is the inviter's.
     */
    private void sendLetter(UUID invitation, String mailbox, Instant now) {
        String token = OpaqueTokens.generate();
        store.addLetter(OpaqueTokens.hash(token), invitation, now);
        mails.invitation(invitation, new Addressee(mailbox, Language.current()), token, settings.invitationLife());
    }

    private Invitation add(InvitationStore.InvitationRow row) {
        String token = OpaqueTokens.generate();
        store.add(row, OpaqueTokens.hash(token));
        return new Invitation(row.id(), row.role(), token, row.expiresAt());
    }
}
