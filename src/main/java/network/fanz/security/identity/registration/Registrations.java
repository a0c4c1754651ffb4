package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AddressTaken;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.NotEligible;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.events.UserRegistered;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.security.ratelimit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens accounts. */
@Component
public final class Registrations {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>\"]{1,64}@[^\\s@\\p{Cntrl}<>\"]{1,190}\\.[^\\s@.\\p{Cntrl}<>\"]{2,63}");
    private static final int NAME_MAX = 50;

    private final RegistrationStore accounts;
    private final AccountAccessStore access;
    private final MailedLinkStore links;
    private final EmailVerification emailVerification;
    private final PersonalData personal;
    private final PasswordHasher hasher;
    private final RateLimits limits;
    private final EligibilityChecks eligibility;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registrations(
            RegistrationStore accounts,
            AccountAccessStore accountAccess,
            MailedLinkStore mailedLinks,
            EmailVerification addresses,
            PersonalData personal,
            PasswordHasher hasher,
            RateLimits limits,
            EligibilityChecks eligibility,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.access = accountAccess;
        this.links = mailedLinks;
        this.emailVerification = addresses;
        this.personal = personal;
        this.hasher = hasher;
        this.limits = limits;
        this.eligibility = eligibility;
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
     */
    public AccountId accept(String token, NewAccount person, Origin origin) {
        if (!OpaqueTokens.isWellFormed(token) || !links.isInvitationOpen(OpaqueTokens.hash(token), clock.instant())) {
            throw new LinkNotGood();
        }
        return open(person, origin, "invitation/" + token, OpaqueTokens.hash(token));
    }

    private AccountId open(NewAccount person, Origin origin, String key, byte @Nullable [] invitation) {
        check(person);
        EligibilityChecks.EligibilityResult result =
                eligibility.check(person.dateOfBirth(), person.country(), person.name());
        // The id is derived from the key and the address: a repeated request gives the same account.
        byte[] lookup = personal.emailLookup(person.email());
        AccountId id = new AccountId(
                Ids.derived("identity.account", key + "/" + HexFormat.of().formatHex(lookup)));
        refuseIfNotEligible(id, result, invitation != null);
        byte[] hash = hash(person, origin, invitation != null);
        RegistrationStore.NewAccountRow row = row(id, person, lookup, hash, result.policyVersion());
        transaction.executeWithoutResult(status -> add(row, person, origin, invitation));
        return id;
    }

    /** Who was invited is not a stranger. */
    private byte[] hash(NewAccount person, Origin origin, boolean invited) {
        if (!invited) {
            limits.requireStrangersHash(origin);
        }
        return hasher.hash(
                person.password(),
                PersonalData.normalizedEmail(person.email()),
                invited ? HashQueue.KNOWN : origin.widestNetwork());
    }

    private void check(NewAccount person) {
        String email = person.email().strip();
        if (!EMAIL.matcher(email).matches()) {
            throw new InvalidField("email", "This is not an e-mail address.");
        }
        String name = person.name().strip();
        if (name.isEmpty() || name.length() > NAME_MAX || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidField("name", "A name has 1 to 50 characters.");
        }
        if (!EligibilityChecks.isCountry(person.country())) {
            throw new InvalidField("country", "A country is two capital letters, such as DE (ISO 3166-1).");
        }
        if (person.dateOfBirth().isAfter(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))) {
            throw new InvalidField("dateOfBirth", "This day is yet to come.");
        }
        hasher.requireAcceptable(person.password(), Set.of(email.substring(0, email.indexOf('@')), email, name));
    }

    private void refuseIfNotEligible(AccountId id, EligibilityChecks.EligibilityResult result, boolean invited) {
        List<String> reasons = result.reasons().stream()
                .filter(reason -> !(invited && reason.equals(EligibilityChecks.NO_SANCTIONS_LIST)))
                .toList();
        if (!reasons.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> audit.record(AuditAction.of("identity.refuse_registration", null, "account:" + id)
                            .with("reasons", String.join(",", reasons))
                            .with("policy", String.valueOf(result.policyVersion()))));
            throw new NotEligible(reasons);
        }
    }

    private RegistrationStore.NewAccountRow row(
            AccountId id, NewAccount person, byte[] lookup, byte[] hash, int policy) {
        return new RegistrationStore.NewAccountRow(
                id,
                lookup,
                personal.sealEmail(id, person.email()),
                personal.sealName(id, person.name()),
                personal.sealDateOfBirth(id, person.dateOfBirth()),
                person.country(),
                hash,
                PasswordHasher.SCHEME,
                policy,
                clock.instant());
    }

    private void add(
            RegistrationStore.NewAccountRow row, NewAccount person, Origin origin, byte @Nullable [] invitation) {
        if (!accounts.add(row)) {
            return;
        }
        replaceUnusedAccount(row);
        Role role = invitation == null
                ? person.role()
                : links.takeInvitation(invitation, row.id(), row.at()).orElseThrow(LinkNotGood::new);
        if (role == Role.ADMINISTRATOR) {
            // Other nodes create invitations for the first administrator too.
            links.endOwnInvitations(row.at());
        }
        access.grantRole(row.id(), role, row.at(), null);
        events.append(new UserRegistered(row.id(), EnumSet.of(role), origin.platform(), row.at()));
        audit.record(AuditAction.of("identity.register", row.id(), "account:" + row.id())
                .with("role", role.name())
                .with("policy", String.valueOf(row.policyVersion())));
        emailVerification.mailLink(row, person.email());
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
