package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AddressUnconfirmed;
import network.fanz.security.identity.InvitationOfAnother;
import network.fanz.security.identity.InvitationState;
import network.fanz.security.identity.InvitationView;
import network.fanz.security.identity.InvitedAddress;
import network.fanz.security.identity.InvitedHasAccount;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.PendingInvitation;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.accounts.RoleGrants;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom an invitation lets in. It belongs to its address: the account that has the address accepts the role, and only where none has it is
 * a new one made. See {@code docs/adr/invitations.md}.
 */
@Component
public final class Invitations {
    private final InvitationStore store;
    private final AccountStore accounts;
    private final EmailVerification verification;
    private final PersonalData personal;
    private final RoleGrants grants;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            InvitationStore invitationStore,
            AccountStore accounts,
            EmailVerification emailVerification,
            PersonalData personal,
            RoleGrants roleGrants,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.store = invitationStore;
        this.accounts = accounts;
        this.verification = emailVerification;
        this.personal = personal;
        this.grants = roleGrants;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param caller the account that looks; null if nobody is signed in */
    public InvitationView view(String token, @Nullable AccountId caller) {
        return find(token)
                .map(found -> view(found, caller))
                .orElseGet(() ->
                        new InvitationView(InvitationState.UNKNOWN, null, null, InvitedAddress.ANYBODY, false, false));
    }

    private InvitationView view(InvitationStore.FoundInvitation found, @Nullable AccountId caller) {
        InvitationStore.InvitationRow row = found.row();
        InvitationState state = state(found, clock.instant());
        boolean accepted = caller != null && caller.equals(row.usedBy());
        return state == InvitationState.OPEN
                ? new InvitationView(
                        state, row.role(), email(row), address(row), caller != null && isFor(caller, row), accepted)
                : new InvitationView(state, row.role(), null, InvitedAddress.ANYBODY, false, accepted);
    }

    /** Those that can still be accepted, the newest first. */
    public List<PendingInvitation> pending() {
        return store.pending(clock.instant()).stream()
                .map(row -> new PendingInvitation(
                        row.id(),
                        row.role(),
                        row.by(),
                        email(row),
                        Objects.requireNonNullElse(row.sentAt(), row.madeAt()),
                        row.expiresAt()))
                .toList();
    }

    /**
     * Gives the invitation's role to the account that has its address; a second time it changes nothing. The letter's link shows that the
     * mailbox is read, so it confirms an address that was not confirmed. Emits {@code role_granted}, and {@code email_verified} where that
     * is news.
     *
     * @return the role
     */
    public Role accept(AccountId account, String token) {
        return transaction.execute(
                status -> accept(account, find(token).orElseThrow(Invitations::unknown), clock.instant()));
    }

    private Role accept(AccountId account, InvitationStore.FoundInvitation found, Instant now) {
        InvitationStore.InvitationRow row = found.row();
        if (account.equals(row.usedBy())) {
            return row.role();
        }
        requireOpen(found, now);
        if (!isFor(account, row)) {
            throw new InvitationOfAnother();
        }
        boolean confirmed =
                accounts.find(account).map(own -> own.emailVerifiedAt() != null).orElse(false);
        if (!confirmed && !found.fromLetter()) {
            throw new AddressUnconfirmed();
        }
        take(row, account, now);
        if (!confirmed) {
            confirm(account, now);
        }
        grants.grant(account, row.role(), now, row.by());
        audit.record(AuditAction.of("identity.accept_invitation", account, "account:" + account)
                .with("role", row.role().name())
                .with("invitation", row.id().toString()));
        return row.role();
    }

    /**
     * An invitation by which a new account may be made.
     *
     * @param email the account's address: the invitation's, or what was typed where it names none
     */
    record UsableInvitation(InvitationStore.InvitationRow row, boolean fromLetter, EmailAddress email) {}

    /**
     * @param email as it was typed; empty for the invitation's own
     * @param anew whether accounts that have the address unconfirmed are not the invited person's
     */
    UsableInvitation forNewAccount(String token, String email, boolean anew) {
        InvitationStore.FoundInvitation found = find(token).orElseThrow(Invitations::unknown);
        requireOpen(found, clock.instant());
        InvitationStore.InvitationRow row = found.row();
        String invited = email(row);
        EmailAddress typed = EmailAddress.of("email", email.isEmpty() && invited != null ? invited : email);
        if (row.emailLookup() != null && !Arrays.equals(row.emailLookup(), personal.emailLookup(typed))) {
            throw new InvalidField(
                    "email", "Enter the address to which the invitation was sent. It is for nobody else.");
        }
        InvitedAddress address = address(row);
        if (address == InvitedAddress.CONFIRMED || (address == InvitedAddress.UNCONFIRMED && !anew)) {
            throw new InvitedHasAccount(address == InvitedAddress.CONFIRMED);
        }
        // The letter went to the invitation's spelling, and that is the one that is known to be read.
        return new UsableInvitation(
                row, found.fromLetter(), invited == null ? typed : EmailAddress.of("email", invited));
    }

    /** In the caller's transaction. */
    void take(InvitationStore.InvitationRow row, AccountId account, Instant now) {
        if (!store.take(row.id(), account, now)) {
            throw new LinkNotGood();
        }
        if (row.role() == Role.ADMINISTRATOR) {
            // Other nodes create invitations for the first administrator too.
            store.endOwn(now);
        }
    }

    /** In the caller's transaction: whoever has the letter's link reads the mailbox. */
    void confirm(AccountId account, Instant now) {
        if (!verification.confirmByInvitation(account, now)) {
            throw new InvitedHasAccount(true);
        }
    }

    private Optional<InvitationStore.FoundInvitation> find(String token) {
        return OpaqueTokens.isWellFormed(token) ? store.find(OpaqueTokens.hash(token)) : Optional.empty();
    }

    private static InvitationState state(InvitationStore.FoundInvitation found, Instant now) {
        InvitationStore.InvitationRow row = found.row();
        if (row.usedBy() != null) {
            return InvitationState.USED;
        }
        if (row.withdrawnAt() != null || !found.inviterStays()) {
            return InvitationState.WITHDRAWN;
        }
        return row.expiresAt().isAfter(now) ? InvitationState.OPEN : InvitationState.LAPSED;
    }

    private static void requireOpen(InvitationStore.FoundInvitation found, Instant now) {
        InvitationState state = state(found, now);
        if (state != InvitationState.OPEN) {
            throw new LinkNotGood(state);
        }
    }

    private static LinkNotGood unknown() {
        return new LinkNotGood(InvitationState.UNKNOWN);
    }

    private @Nullable String email(InvitationStore.InvitationRow row) {
        return row.email() == null ? null : personal.invited(row.id(), row.email());
    }

    private InvitedAddress address(InvitationStore.InvitationRow row) {
        List<byte[]> lookups = lookups(row);
        if (lookups.isEmpty()) {
            return InvitedAddress.ANYBODY;
        }
        List<AccountStore.AccountRow> having = accounts.findByEmail(lookups);
        if (having.isEmpty()) {
            return InvitedAddress.NEW;
        }
        return having.getFirst().emailVerifiedAt() != null ? InvitedAddress.CONFIRMED : InvitedAddress.UNCONFIRMED;
    }

    private boolean isFor(AccountId account, InvitationStore.InvitationRow row) {
        List<byte[]> lookups = lookups(row);
        return !lookups.isEmpty() && store.hasAddress(account, lookups);
    }

    /** An account from before addresses had one form is found by the former one too. */
    private List<byte[]> lookups(InvitationStore.InvitationRow row) {
        String email = email(row);
        if (email != null) {
            return personal.typed(email).lookups();
        }
        return row.emailLookup() == null ? List.of() : List.of(row.emailLookup());
    }
}
