package network.fanz.security.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.TimestampRange;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.security.identity.recovery.FactorResets;
import network.fanz.security.identity.registration.OwnAddress;
import network.fanz.security.identity.registration.Registrations;
import network.fanz.security.identity.reset.PasswordResets;
import network.fanz.security.identity.staff.AccountAdministration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facade of accounts. */
@Component
public class Identity {
    private static final int LIST_MAX = 200;

    private final Registrations registrations;
    private final OwnAddress ownAddress;
    private final PasswordResets passwordResets;
    private final AccountAdministration accountAdministration;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final EligibilityChecks eligibility;
    private final FactorResets factorResets;

    Identity(
            Registrations registrations,
            OwnAddress ownAddress,
            PasswordResets passwordResets,
            AccountAdministration accountAdministration,
            AccountStore accounts,
            PersonalData personal,
            EligibilityChecks eligibility,
            FactorResets factorResets) {
        this.registrations = registrations;
        this.ownAddress = ownAddress;
        this.passwordResets = passwordResets;
        this.accountAdministration = accountAdministration;
        this.accounts = accounts;
        this.personal = personal;
        this.eligibility = eligibility;
        this.factorResets = factorResets;
    }

    /**
     * Registers an eligible person. A second call with the same key gives the same account. Nothing shows whether the address is already
     * registered. A new account is made in any case, but it can never confirm an address that another account has confirmed; the mail about
     * that goes to the address's owner. Emits {@code user_registered}.
     *
     * @param key the caller's idempotency key
     * @throws InvalidField if a field is missing or wrong
     * @throws TermsChanged if an older version of the terms of use than that in force was accepted
     * @throws NotEligible if age, country or the sanctions screen refuse
     */
    public AccountId initializeRegistration(NewAccount account, Origin origin, String key) {
        return registrations.register(account, origin, key);
    }

    /**
     * Checks age and country; a check that fails for any reason refuses. Registration also screens the name against the sanctions lists.
     * This method does not, because its result would tell any caller who is on which list.
     */
    public Eligibility validateUserEligibility(LocalDate dateOfBirth, String country) {
        EligibilityChecks.EligibilityResult result = eligibility.check(dateOfBirth, country, null);
        return new Eligibility(result.reasons().isEmpty(), result.reasons(), result.policyVersion());
    }

    /**
     * Confirms that the email address of a signed-in account belongs to its owner, by the token of a mailed link. Emits
     * {@code email_verified}.
     *
     * @throws LinkNotGood if the token is another account's, was used, or has expired
     */
    public void verifyEmail(AccountId account, String token) {
        ownAddress.confirm(account, token);
    }

    /** What a link is for by which an email address can be confirmed; empty if it was used, has expired, or never was. */
    public Optional<MailedLink> verificationLink(AccountId asking, String token) {
        return ownAddress.link(asking, token);
    }

    /** What a link is for by which a new password can be chosen; empty if it was used, has expired, or never was. */
    public Optional<MailedLink> passwordLink(@Nullable AccountId asking, String token) {
        return passwordResets.link(asking, token);
    }

    /**
     * Sends the letter again by which a signed-in account confirms its address; nothing if it is confirmed.
     *
     * @throws LettersUsedUp if the account has asked for several lately
     */
    public void resendVerification(AccountId account) {
        ownAddress.resend(account);
    }

    /**
     * Requests a mailed link with which a forgotten password can be replaced. Neither the answer nor its time shows whether the address has
     * an account: the mail is written later.
     *
     * @throws InvalidField if the text is no email address
     * @throws network.fanz.security.ratelimit.RateLimited if this network address has sent too many requests, for whatever email address
     */
    public void requestPasswordReset(String email, Origin origin) {
        passwordResets.request(email, origin);
    }

    /**
     * Sets a new password by a mailed token, which is used up, and ends all sessions of the account. It does not sign in, and a second
     * factor stays in force. Emits {@code password_reset}.
     *
     * @throws LinkNotGood if the token was used, has expired, or the account is not open
     * @throws InvalidField if the password is not accepted; the token then stays valid
     */
    public void resetPassword(String token, String password) {
        passwordResets.complete(token, password);
    }

    /**
     * Whether a password is long enough and not widely known, before it is known whose it is to be.
     *
     * @throws InvalidField if it is refused
     */
    public void requireAcceptablePassword(String password) {
        registrations.requireAcceptable(password);
    }

    public Optional<Account> account(AccountId id) {
        return accounts.find(id).map(personal::account);
    }

    /** Public names of the accounts that exist, in one query; an erased person's name is empty. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.findAll(Set.copyOf(ids)).stream()
                        .map(personal::account)
                        .collect(Collectors.toMap(Account::id, Account::name));
    }

    /** Summaries of the accounts that exist, in one query and without personal data. */
    public Map<AccountId, AccountSummary> summaries(Collection<AccountId> ids) {
        return accounts.findAll(ids).stream()
                .map(row -> new AccountSummary(
                        row.id(), row.roles(), row.country(), row.factorSetUp(), row.state(), row.registeredAt()))
                .collect(Collectors.toMap(AccountSummary::id, Function.identity()));
    }

    /**
     * An account's email address, for its owner's own page.
     *
     * @throws NotFound if there is no such account, or it is closed
     */
    public String email(AccountId id) {
        return accounts.find(id)
                .filter(row -> row.state() != AccountState.CLOSED)
                .map(row -> personal.email(id, row.email()))
                .orElseThrow(() -> new NotFound("account"));
    }

    /**
     * Whom letters about money go to: the owner of an account that is not closed, at its address, if they have confirmed it. Whoever typed
     * another's address sends them nothing.
     */
    public Optional<Addressee> addressee(AccountId id) {
        return accounts.find(id).flatMap(this::addressee);
    }

    /** The same for many, in one query: those who have such an address. */
    public Map<AccountId, Addressee> addressees(Collection<AccountId> ids) {
        Map<AccountId, Addressee> addressees = new HashMap<>();
        if (!ids.isEmpty()) {
            accounts.findAll(Set.copyOf(ids))
                    .forEach(row -> addressee(row).ifPresent(to -> addressees.put(row.id(), to)));
        }
        return addressees;
    }

    private Optional<Addressee> addressee(AccountStore.AccountRow row) {
        return row.state() == AccountState.CLOSED || row.emailVerifiedAt() == null
                ? Optional.empty()
                : personal.emailUnlessErased(row.id(), row.email()).map(email -> new Addressee(email, row.language()));
    }

    /**
     * In which language the account's owner is written to.
     *
     * @throws NotFound if there is no such account
     */
    public Language languageOf(AccountId id) {
        return accounts.find(id).map(AccountStore.AccountRow::language).orElseThrow(() -> new NotFound("account"));
    }

    /** Those who hold a role and can act on it now; at most 200. */
    public List<AccountId> activeHolders(Role role) {
        return accountAdministration.activeHolders(role);
    }

    /** Accounts of a role, newest first; of all roles if null. At most 200 at once. */
    public Page<Account> accounts(@Nullable Role role, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, LIST_MAX);
        return page(accounts.list(role, cursor(after), max + 1), max);
    }

    /**
     * Creators who may be paid: active, with a second factor. Newest first, at most 200 at once.
     *
     * @param after the {@code next} of the previous page; null for the first page
     */
    public Page<Account> creators(@Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, LIST_MAX);
        return page(accounts.creators(cursor(after), max + 1), max);
    }

    private Page<Account> page(List<AccountStore.AccountRow> rows, int max) {
        return Page.cut(rows, max, row -> row.registeredAt() + "~" + row.id()).map(personal::account);
    }

    /** Accounts with this id, email address or public name, for staff; the search is audited. At most 50, newest first. */
    public List<Account> search(AccountId by, String idOrEmail) {
        return accountAdministration.search(by, idOrEmail);
    }

    /**
     * Sends a mail to every active administrator, in the caller's transaction; what it says is made in the language of each.
     *
     * @param text ids and kinds only, never personal data
     */
    public void mailAdministrators(Supplier<String> subject, Supplier<String> text) {
        accountAdministration.mailAdministrators(subject, text);
    }

    /** Grants a role, which counts from the account's next request on. */
    public void grantRole(AccountId by, AccountId account, Role role) {
        accountAdministration.grantRole(by, account, role);
    }

    /**
     * Whether one of them can be the second person for what the other proposes: neither has ever given the other a role, nor let in whoever
     * did; a role that was taken back counts.
     */
    public boolean areIndependent(AccountId one, AccountId other) {
        return accountAdministration.areIndependent(one, other);
    }

    /** Whether the account is active and has one of these roles now. */
    public boolean mayActAs(AccountId account, Set<Role> roles) {
        return accountAdministration.mayActAs(account, roles);
    }

    /** @throws LastAdministrator if no account could manage the installation afterwards */
    public void withdrawRole(AccountId by, AccountId account, Role role) {
        accountAdministration.withdrawRole(by, account, role);
    }

    /** Keeps an account from signing in and ends all its sessions at once. */
    public void suspend(AccountId by, AccountId account, SuspensionReason reason) {
        accountAdministration.suspend(by, account, reason);
    }

    public void reinstate(AccountId by, AccountId account) {
        accountAdministration.reinstate(by, account);
    }

    /** Closes an account for ever and ends all its sessions at once; its history stays. */
    public void close(AccountId by, AccountId account) {
        accountAdministration.close(by, account);
    }

    /** The open request to take away the account's second factor. */
    public Optional<FactorReset> factorReset(AccountId account) {
        return factorResets.open(account);
    }

    /** All open requests to take away a second factor, the oldest first; at most 200. */
    public List<FactorReset> factorResets() {
        return factorResets.open();
    }

    /** Asks for the account's lost second factor to be taken away; another administrator must approve it. The owner is told. */
    public void askFactorReset(AccountId by, AccountId account) {
        factorResets.ask(by, account);
    }

    /** Whether whoever asked for it could not ask any more, so that nobody can approve it. */
    public boolean isAskerGone(FactorReset reset) {
        return factorResets.isAskerGone(reset);
    }

    /** Approves what another administrator has asked for. It takes effect after a wait, and the owner is told when. */
    public void approveFactorReset(AccountId by, AccountId account) {
        factorResets.approve(by, account);
    }

    /** Ends the request: the second factor stays. */
    public void withdrawFactorReset(AccountId by, AccountId account) {
        factorResets.withdraw(by, account);
    }

    /**
     * The owner objects, by the token of the letter: the second factor stays.
     *
     * @throws LinkNotGood if the request has ended
     */
    public void objectToFactorReset(String token) {
        factorResets.object(token);
    }

    private static AccountStore.@Nullable AccountCursor cursor(@Nullable String after) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split("~", -1);
        try {
            return new AccountStore.AccountCursor(
                    TimestampRange.check("after", Instant.parse(parts[0])), UUID.fromString(parts[1]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
