package network.fanz.security.identity.accounts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.events.Events;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.events.RoleGranted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has given whom a role. Of a role that lets in or moves money all other administrators are told, and whoever gave it is no second
 * person for whoever has it: otherwise one administrator could be both.
 */
@Component
public final class RoleGrants {
    private static final int HOLDERS_MAX = 200;
    private static final Set<Role> TOLD = EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR);

    private final AccountAccessStore access;
    private final AccountStore accounts;
    private final AccountMails mails;
    private final Events events;

    RoleGrants(AccountAccessStore access, AccountStore accounts, AccountMails mails, Events events) {
        this.access = access;
        this.accounts = accounts;
        this.mails = mails;
        this.events = events;
    }

    /**
     * In the caller's transaction. Emits {@code role_granted} if somebody gave it.
     *
     * @param by who gave it, by hand or by an invitation; null for who registers, and for the first administrator
     * @return whether the account did not have it
     */
    public boolean grant(AccountId account, Role role, Instant at, @Nullable AccountId by) {
        boolean granted = access.grantRole(account, role, at, by);
        if (granted && by != null) {
            events.append(new RoleGranted(account, role, by, at));
            if (TOLD.contains(role)) {
                administrators().stream()
                        .filter(told -> !told.equals(by) && !told.equals(account))
                        .forEach(told -> mails.roleGranted(told, account, role, by));
            }
        }
        return granted;
    }

    /** What the account may do now. */
    public Set<Role> rolesOf(AccountId account) {
        return accounts.find(account).map(AccountStore.AccountRow::roles).orElse(Set.of());
    }

    /** Every administrator who can sign in. */
    public List<AccountId> administrators() {
        return activeHolders(Role.ADMINISTRATOR);
    }

    /** Everybody who holds the role and can sign in; the newest of them where there are very many. */
    public List<AccountId> activeHolders(Role role) {
        return accounts.list(role, null, HOLDERS_MAX).stream()
                .filter(row -> row.state() == AccountState.ACTIVE)
                .map(AccountStore.AccountRow::id)
                .toList();
    }

    /** Whether neither has ever given the other a role, nor let in whoever did; a role that was taken back counts. */
    public boolean areIndependent(AccountId one, AccountId other) {
        return !access.hasEmpowered(one, other) && !access.hasEmpowered(other, one);
    }

    /** Whether the account is active and has one of these roles now. */
    public boolean mayActAs(AccountId account, Set<Role> roles) {
        return accounts.find(account)
                .filter(row -> row.state() == AccountState.ACTIVE)
                .filter(row -> row.roles().stream().anyMatch(roles::contains))
                .isPresent();
    }
}
