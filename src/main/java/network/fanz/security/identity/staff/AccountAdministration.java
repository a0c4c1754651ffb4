package network.fanz.security.identity.staff;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.LastAdministrator;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.NameLookups;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.accounts.RoleGrants;
import network.fanz.security.identity.recovery.ResetEnds;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators do to accounts: grant, suspend, close. */
@Component
public final class AccountAdministration {
    private static final int FOUND_MAX = 50;

    private final AccountStore accounts;
    private final NameLookups names;
    private final AccountAccessStore access;
    private final SentInvitations invitations;
    private final PersonalData personal;
    private final IdentitySessionRepository sessions;
    private final AccountMails mails;
    private final RoleGrants grants;
    private final ResetEnds resetEnds;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountAdministration(
            AccountStore accounts,
            NameLookups names,
            AccountAccessStore accountAccess,
            SentInvitations sentInvitations,
            PersonalData personal,
            IdentitySessionRepository sessions,
            AccountMails accountMails,
            RoleGrants roleGrants,
            ResetEnds resetEnds,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.access = accountAccess;
        this.invitations = sentInvitations;
        this.personal = personal;
        this.sessions = sessions;
        this.mails = accountMails;
        this.grants = roleGrants;
        this.resetEnds = resetEnds;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void mailAdministrators(Supplier<String> subject, Supplier<String> text) {
        grants.administrators().forEach(account -> mails.toStaff(account, subject, text));
    }

    public List<AccountId> activeHolders(Role role) {
        return grants.activeHolders(role);
    }

    public boolean areIndependent(AccountId one, AccountId other) {
        return grants.areIndependent(one, other);
    }

    public boolean mayActAs(AccountId account, Set<Role> roles) {
        return grants.mayActAs(account, roles);
    }

    public void grantRole(AccountId by, AccountId account, Role role) {
        change(account, () -> {
            if (grants.grant(account, role, clock.instant(), by)) {
                audit.record(AuditAction.of("identity.grant_role", by, "account:" + account)
                        .with("role", role.name()));
            }
        });
    }

    public void withdrawRole(AccountId by, AccountId account, Role role) {
        change(account, () -> {
            if (role == Role.ADMINISTRATOR) {
                endWhatWaitsOf(account, by);
                requireAnotherAdministrator(account);
            }
            if (access.withdrawRole(account, role)) {
                audit.record(AuditAction.of("identity.withdraw_role", by, "account:" + account)
                        .with("role", role.name()));
            }
        });
    }

    public void suspend(AccountId by, AccountId account, SuspensionReason reason) {
        if (by.equals(account)) {
            throw new Forbidden("You cannot suspend your own account.");
        }
        change(account, () -> {
            endWhatWaitsOf(account, by);
            requireAnotherAdministrator(account);
            if (access.changeState(account, AccountState.ACTIVE, AccountState.SUSPENDED)) {
                sessions.endAll(account, null);
                audit.record(AuditAction.of("identity.suspend", by, "account:" + account)
                        .with("reason", reason.name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    /** What somebody has begun as an administrator goes with them: nobody comes back by a door that they left open. */
    private void endWhatWaitsOf(AccountId account, AccountId by) {
        resetEnds.deciderLeft(account, clock.instant());
        invitations.withdrawAllOf(account, by);
    }

    public void reinstate(AccountId by, AccountId account) {
        change(account, () -> {
            if (access.changeState(account, AccountState.SUSPENDED, AccountState.ACTIVE)) {
                audit.record(AuditAction.of("identity.reinstate", by, "account:" + account));
            }
        });
    }

    public void close(AccountId by, AccountId account) {
        change(account, () -> {
            // In the order in which a factor is taken away: its request first, then the account.
            resetEnds.closed(by, account, clock.instant());
            endWhatWaitsOf(account, by);
            requireAnotherAdministrator(account);
            if (access.changeState(account, AccountState.ACTIVE, AccountState.CLOSED)
                    || access.changeState(account, AccountState.SUSPENDED, AccountState.CLOSED)) {
                sessions.endAll(account, null);
                audit.record(AuditAction.of("identity.close", by, "account:" + account));
            }
        });
    }

    /** By id, by the whole email address, or by the whole public name. */
    public List<Account> search(AccountId by, String text) {
        Optional<AccountId> id = id(text);
        boolean address = text.contains("@");
        audit(by, address ? "email" : id.isPresent() ? "id" : "name");
        List<AccountStore.AccountRow> rows = address
                ? accounts.findByEmail(personal.typed(text).lookups())
                : id.isPresent() ? id.flatMap(accounts::find).stream().toList() : names.find(text, FOUND_MAX);
        return rows.stream().map(personal::account).toList();
    }

    /** Records who searched and how, but not the search text, which is somebody's address or name. */
    private void audit(AccountId by, String how) {
        transaction.executeWithoutResult(
                status -> audit.record(AuditAction.of("identity.search_accounts", by, "account:by-" + how)));
    }

    private static Optional<AccountId> id(String text) {
        try {
            return Optional.of(AccountId.of(text.strip()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void change(AccountId account, Runnable work) {
        transaction.executeWithoutResult(status -> {
            if (accounts.find(account).isEmpty()) {
                throw new NotFound("account");
            }
            work.run();
        });
    }

    private void requireAnotherAdministrator(AccountId account) {
        List<UUID> administrators = access.lockAdministrators();
        if (administrators.size() == 1 && administrators.contains(account.value())) {
            throw new LastAdministrator();
        }
    }
}
