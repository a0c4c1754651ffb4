package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Origin;
import network.fanz.common.PublicName;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AddressTaken;
import network.fanz.security.identity.InvitationState;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.NotEligible;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.accounts.RoleGrants;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.eligibility.EligibilityRule;
import network.fanz.security.identity.events.UserRegistered;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.terms.TermsAcceptances;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens accounts. */
@Component
public final class Registrations {
    private final RegistrationStore accounts;
    private final AccountAccessStore access;
    private final RoleGrants grants;
    private final Invitations invitations;
    private final EmailVerification emailVerification;
    private final PersonalData personal;
    private final PasswordHasher hasher;
    private final RateLimits limits;
    private final EligibilityChecks eligibility;
    private final RefusedRegistrations refused;
    private final TermsAcceptances terms;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registrations(
            RegistrationStore accounts,
            AccountAccessStore accountAccess,
            RoleGrants roleGrants,
            Invitations invitations,
            EmailVerification addresses,
            PersonalData personal,
            PasswordHasher hasher,
            RateLimits limits,
            EligibilityChecks eligibility,
            RefusedRegistrations refused,
            TermsAcceptances termsAcceptances,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.accounts = accounts;
        this.access = accountAccess;
        this.grants = roleGrants;
        this.invitations = invitations;
        this.emailVerification = addresses;
        this.personal = personal;
        this.hasher = hasher;
        this.limits = limits;
        this.eligibility = eligibility;
        this.refused = refused;
        this.terms = termsAcceptances;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public AccountId register(NewAccount person, Origin origin, String key) {
        if (person.role() != Role.FAN && person.role() != Role.CREATOR) {
            throw new InvalidField("role", "Register as FAN or CREATOR; staff are invited.");
        }
        return open(person, origin, "registration/" + key, null);
    }

    /**
     * Makes an invited account; the invitation is used up with it, or not at all. A missing sanctions list does not refuse the person: the
     * first administrator registers before a list can be imported, and the operator knows that person.
     *
     * @param anew whether accounts that have the address unconfirmed are not the invited person's
     */
    public AccountId accept(String token, NewAccount person, boolean anew, Origin origin) {
        Invitations.UsableInvitation invitation = invitations.forNewAccount(token, person.email(), anew);
        NewAccount invited = new NewAccount(
                invitation.email().mailbox(),
                person.password(),
                person.name(),
                person.dateOfBirth(),
                person.country(),
                invitation.row().role(),
                person.terms());
        return open(invited, origin, "invitation/" + invitation.row().id(), invitation);
    }

    public void requireAcceptable(String password) {
        hasher.requireAcceptable(password, Set.of());
    }

    /** What is kept of a person, each in its one form. */
    private record CheckedPerson(NewAccount person, EmailAddress email, PublicName name) {}

    private AccountId open(
            NewAccount person, Origin origin, String key, Invitations.@Nullable UsableInvitation invitation) {
        CheckedPerson checked = check(person, invitation != null);
        EligibilityChecks.EligibilityResult result = eligibility.check(
                person.dateOfBirth(), person.country(), checked.name().text());
        // The id is derived from the key and the address: a repeated request gives the same account.
        byte[] lookup = personal.emailLookup(checked.email());
        AccountId id = new AccountId(
                Ids.derived("identity.account", key + "/" + HexFormat.of().formatHex(lookup)));
        refuseIfNotEligible(result, origin, invitation != null);
        byte[] hash = hash(checked, origin, invitation != null);
        transaction.executeWithoutResult(status -> {
            if (invitation == null || !invitation.fromLetter()) {
                refuseIfTaken(id, lookup);
            }
            // Sealing makes the person's key, and a key stays: so nothing is sealed before nothing can refuse any more.
            RegistrationStore.NewAccountRow row = row(id, checked, lookup, hash, result.policyVersion());
            add(row, checked, origin, invitation);
        });
        return id;
    }

    /** An address that is full, and whose accounts are all in use, gets no other: see {@link #replaceUnusedAccount}. */
    private void refuseIfTaken(AccountId id, byte[] lookup) {
        if (accounts.isFull(lookup, id)) {
            throw new AddressTaken();
        }
    }

    /** Who was invited is not a stranger. */
    private byte[] hash(CheckedPerson checked, Origin origin, boolean invited) {
        if (!invited) {
            limits.requireStrangersHash(origin);
        }
        return hasher.hash(
                checked.person().password(), checked.email().key(), invited ? HashQueue.KNOWN : origin.widestNetwork());
    }

    private CheckedPerson check(NewAccount person, boolean invited) {
        EmailAddress email = EmailAddress.of("email", person.email());
        PublicName name = invited ? PublicName.ofStaff(person.name()) : PublicName.of(person.name());
        if (!EligibilityRule.isCountry(person.country())) {
            throw new InvalidField("country", "A country is two capital letters, such as DE (ISO 3166-1).");
        }
        if (person.dateOfBirth().isAfter(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))) {
            throw new InvalidField("dateOfBirth", "This day is yet to come.");
        }
        if (EligibilityRule.isBeforeAnybodyAlive(person.dateOfBirth(), clock.instant())) {
            throw new InvalidField("dateOfBirth", "Look at the year: nobody who was born then is alive.");
        }
        hasher.requireAcceptable(person.password(), Set.of(email.localKey(), email.key(), name.text()));
        terms.requireAtRegistration(person.terms());
        return new CheckedPerson(person, email, name);
    }

    /** A refusal costs as much of the limits as a registration does. */
    private void refuseIfNotEligible(EligibilityChecks.EligibilityResult result, Origin origin, boolean invited) {
        List<String> reasons = result.reasons().stream()
                .filter(reason -> !(invited && reason.equals(EligibilityChecks.NO_SANCTIONS_LIST)))
                .toList();
        if (!reasons.isEmpty()) {
            if (!invited) {
                limits.requireStrangersHash(origin);
            }
            refused.count(reasons, result.policyVersion());
            throw new NotEligible(reasons);
        }
    }

    private RegistrationStore.NewAccountRow row(
            AccountId id, CheckedPerson checked, byte[] lookup, byte[] hash, int policy) {
        return new RegistrationStore.NewAccountRow(
                id,
                lookup,
                personal.sealEmail(id, checked.email()),
                personal.sealName(id, checked.name()),
                personal.sealDateOfBirth(id, checked.person().dateOfBirth()),
                checked.person().country(),
                Language.current(),
                hash,
                PasswordHasher.SCHEME,
                policy,
                clock.instant());
    }

    private void add(
            RegistrationStore.NewAccountRow row,
            CheckedPerson checked,
            Origin origin,
            Invitations.@Nullable UsableInvitation invitation) {
        if (!accounts.add(row)) {
            requireOwn(row, invitation);
            return;
        }
        terms.acceptAtRegistration(row.id(), checked.person().terms(), row.at());
        if (invitation != null) {
            invitations.take(invitation.row(), row.id(), row.at());
        }
        boolean confirmed = invitation != null && invitation.fromLetter();
        if (confirmed) {
            invitations.confirm(row.id(), row.at());
        } else {
            replaceUnusedAccount(row);
        }
        Role role = checked.person().role();
        grants.grant(
                row.id(),
                role,
                row.at(),
                invitation == null ? null : invitation.row().by());
        events.append(new UserRegistered(row.id(), EnumSet.of(role), origin.platform(), row.at()));
        audit.record(registered(row, checked.person()));
        if (!confirmed) {
            emailVerification.mailLink(row, checked.email(), origin);
        }
    }

    private static AuditAction registered(RegistrationStore.NewAccountRow row, NewAccount person) {
        AuditAction action = AuditAction.of("identity.register", row.id(), "account:" + row.id())
                .with("role", person.role().name())
                .with("policy", String.valueOf(row.policyVersion()));
        return person.terms() == null ? action : action.with("terms", String.valueOf(person.terms()));
    }

    /** Of several who accept one invitation at once the first has it; the others must not believe that their password is the account's. */
    private void requireOwn(RegistrationStore.NewAccountRow row, Invitations.@Nullable UsableInvitation invitation) {
        if (invitation != null && !accounts.hasPassword(row.id(), row.passwordHash())) {
            throw new LinkNotGood(InvitationState.USED);
        }
    }

    /**
     * An address has a bounded number of accounts that have not confirmed it, so that sign-in can check all of them. A new account replaces
     * the oldest account that was never used to sign in; used accounts are never replaced.
     */
    private void replaceUnusedAccount(RegistrationStore.NewAccountRow row) {
        RegistrationStore.UnconfirmedAccounts unconfirmedAccounts =
                accounts.unconfirmedAccounts(row.emailLookup(), row.id());
        if (unconfirmedAccounts.size() <= RegistrationStore.UNCONFIRMED_MAX) {
            return;
        }
        AccountId unused = unconfirmedAccounts.unused();
        if (unused == null) {
            throw new AddressTaken();
        }
        access.changeState(unused, AccountState.ACTIVE, AccountState.CLOSED);
        audit.record(AuditAction.of("identity.close", null, "account:" + unused).with("reason", "never_used"));
    }
}
