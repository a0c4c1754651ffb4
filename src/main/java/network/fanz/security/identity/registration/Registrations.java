package network.fanz.security.identity.registration;

import java.time.Clock;
import java.time.Instant;
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
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AddressTaken;
import network.fanz.security.identity.IdentitySettings;
import network.fanz.security.identity.LinkNotGood;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.NotEligible;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.Letters;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.identity.events.UserRegistered;
import network.fanz.security.identity.passwords.Passwords;
import network.fanz.security.identity.sessions.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens accounts and confirms their addresses. */
@Component
public final class Registrations {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>\"]{1,64}@[^\\s@\\p{Cntrl}<>\"]{1,190}\\.[^\\s@.\\p{Cntrl}<>\"]{2,63}");
    private static final int NAME_MAX = 50;
    /** So many letters an address gets within the life of a link. */
    private static final int LETTERS_MAX = 5;

    private final AccountStore accounts;
    private final ProofStore proofs;
    private final PersonalData personal;
    private final Passwords passwords;
    private final EligibilityChecks eligibility;
    private final Letters letters;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdentitySettings settings;

    Registrations(
            AccountStore accounts,
            ProofStore proofs,
            PersonalData personal,
            Passwords passwords,
            EligibilityChecks eligibility,
            Letters letters,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.personal = personal;
        this.passwords = passwords;
        this.eligibility = eligibility;
        this.letters = letters;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    public AccountId register(NewAccount person, Origin origin, String key) {
        if (person.role() != Role.FAN && person.role() != Role.CREATOR) {
            throw new InvalidField("role", "Register as FAN or CREATOR; staff are invited.");
        }
        return open(person, origin, "registration/" + key, null);
    }

    /**
     * Makes an invited account; the invitation is used up with it, or not at all. The first administrator comes before any sanctions list
     * can have been imported, and is known to the operator.
     */
    public AccountId accept(String token, NewAccount person, Origin origin) {
        if (!Tokens.hasForm(token) || !proofs.isOpen(Tokens.hash(token), clock.instant())) {
            throw new LinkNotGood();
        }
        return open(person, origin, "invitation/" + token, Tokens.hash(token));
    }

    /**
     * Only the signed-in account itself can confirm its address: whoever gets the mail of an account that a stranger opened in their name
     * does not know its password, and so cannot confirm it by mistake.
     */
    public void verifyEmail(AccountId account, String token) {
        if (!Tokens.hasForm(token)) {
            throw new LinkNotGood();
        }
        try {
            transaction.executeWithoutResult(status -> confirm(account, token));
        } catch (DuplicateKeyException another) {
            // Another account with the address was confirmed at the same moment.
            throw new LinkNotGood();
        }
    }

    private void confirm(AccountId account, String token) {
        Instant now = clock.instant();
        if (!proofs.takeEmailProof(Tokens.hash(token), account, now) || !accounts.verifyEmail(account, now)) {
            throw new LinkNotGood();
        }
        events.append(new EmailVerified(account, now));
        audit.record(Action.of("identity.verify_email", account, "account:" + account));
    }

    private AccountId open(NewAccount person, Origin origin, String key, byte @Nullable [] invitation) {
        check(person);
        EligibilityChecks.Verdict verdict = eligibility.check(person.dateOfBirth(), person.country(), person.name());
        // The id follows from the key and the address: the same request again is the same account.
        byte[] lookup = personal.lookup(person.email());
        AccountId id = new AccountId(
                Ids.derived("identity.account", key + "/" + HexFormat.of().formatHex(lookup)));
        refuseIfNotEligible(id, verdict, invitation != null);
        byte[] hash = passwords.hash(person.password(), PersonalData.normal(person.email()));
        AccountStore.NewRow row = row(id, person, lookup, hash, verdict.policyVersion());
        transaction.executeWithoutResult(status -> add(row, person, origin, invitation));
        return id;
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
        passwords.accept(person.password(), Set.of(email.substring(0, email.indexOf('@')), email, name));
    }

    private void refuseIfNotEligible(AccountId id, EligibilityChecks.Verdict verdict, boolean invited) {
        List<String> reasons = verdict.reasons().stream()
                .filter(reason -> !(invited && reason.equals(EligibilityChecks.NO_SANCTIONS_LIST)))
                .toList();
        if (!reasons.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> audit.record(Action.of("identity.refuse_registration", null, "account:" + id)
                            .with("reasons", String.join(",", reasons))
                            .with("policy", String.valueOf(verdict.policyVersion()))));
            throw new NotEligible(reasons);
        }
    }

    private AccountStore.NewRow row(AccountId id, NewAccount person, byte[] lookup, byte[] hash, int policy) {
        return new AccountStore.NewRow(
                id,
                lookup,
                personal.sealEmail(id, person.email()),
                personal.sealName(id, person.name()),
                personal.sealBorn(id, person.dateOfBirth()),
                person.country(),
                hash,
                Passwords.SCHEME,
                policy,
                clock.instant());
    }

    private void add(AccountStore.NewRow row, NewAccount person, Origin origin, byte @Nullable [] invitation) {
        if (!accounts.add(row)) {
            return;
        }
        makeRoom(row);
        Role role = invitation == null
                ? person.role()
                : proofs.takeInvitation(invitation, row.id(), row.at()).orElseThrow(LinkNotGood::new);
        if (role == Role.ADMINISTRATOR) {
            // Other nodes lay out an invitation for the first administrator too.
            proofs.endOwnInvitations(row.at());
        }
        accounts.grant(row.id(), role, row.at(), null);
        events.append(new UserRegistered(row.id(), EnumSet.of(role), origin.platform(), row.at()));
        audit.record(Action.of("identity.register", row.id(), "account:" + row.id())
                .with("role", role.name())
                .with("policy", String.valueOf(row.policyVersion())));
        mail(row, person);
    }

    /**
     * An address bears a bounded number of accounts that have not confirmed it, so that sign-in can look at all of them. The oldest that
     * nobody ever signed in to gives way; accounts in use never do.
     */
    private void makeRoom(AccountStore.NewRow row) {
        AccountStore.Crowd crowd = accounts.crowd(row.emailLookup(), row.id());
        if (crowd.size() <= AccountStore.UNCONFIRMED_MAX) {
            return;
        }
        AccountId unused = crowd.unused();
        if (unused == null) {
            throw new AddressTaken();
        }
        accounts.move(unused, AccountState.ACTIVE, AccountState.CLOSED);
        audit.record(Action.of("identity.close", null, "account:" + unused).with("reason", "never_used"));
    }

    /**
     * The owner of a confirmed address learns that somebody tried; anybody else gets the link that confirms it. A link is made either way,
     * so that both are the same work; the one that nobody gets could not confirm an address that is confirmed elsewhere. An address gets a
     * few such letters as long as their links are good: whoever types another's address again and again does not fill that mailbox.
     */
    private void mail(AccountStore.NewRow row, NewAccount person) {
        boolean taken = accounts.byEmail(row.emailLookup()).stream()
                .anyMatch(
                        other -> other.emailVerifiedAt() != null && !other.id().equals(row.id()));
        boolean enough = proofs.openEmailProofs(row.emailLookup(), row.at()) >= LETTERS_MAX;
        String token = Tokens.next();
        proofs.addEmailProof(Tokens.hash(token), row.id(), row.at(), row.at().plus(settings.emailProofLife()));
        if (enough) {
            return;
        }
        if (taken) {
            letters.alreadyRegistered(row.id(), person.email());
        } else {
            letters.verifyEmail(row.id(), person.email(), token, settings.emailProofLife());
        }
    }
}
