package network.fanz.security.identity.profile;

import java.time.Clock;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.audit.AuditEntry;
import network.fanz.security.identity.accounts.RoleGrants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who came as a fan becomes a creator too, as they could have when they registered. */
@Component
public final class CreatorStart {
    private final RoleGrants grants;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreatorStart(RoleGrants grants, Audit audit, TransactionTemplate transaction, @Steady Clock clock) {
        this.grants = grants;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Forbidden if somebody has taken the role from the account, or it is no fan's */
    public void begin(AccountId account) {
        transaction.executeWithoutResult(status -> {
            Set<Role> roles = grants.rolesOf(account);
            if (roles.contains(Role.CREATOR)) {
                return;
            }
            if (!roles.equals(Set.of(Role.FAN)) || wasTaken(account)) {
                throw new Forbidden("Only whoever runs this site can make this account a creator’s.");
            }
            if (grants.grant(account, Role.CREATOR, clock.instant(), account)) {
                audit.record(AuditAction.of("identity.become_creator", account, "account:" + account));
            }
        });
    }

    /** What staff have taken away, nobody takes back: the audit log knows it. */
    private boolean wasTaken(AccountId account) {
        String after = null;
        do {
            Page<AuditEntry> entries = audit.entries("account:" + account, null, after);
            if (entries.items().stream()
                    .anyMatch(entry -> entry.name().equals("identity.withdraw_role")
                            && Role.CREATOR.name().equals(entry.details().get("role")))) {
                return true;
            }
            after = entries.next();
        } while (after != null);
        return false;
    }
}
