package network.fanz.security.identity.profile;

import java.time.Clock;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
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

    public void begin(AccountId account) {
        transaction.executeWithoutResult(status -> {
            if (grants.grant(account, Role.CREATOR, clock.instant(), account)) {
                audit.record(AuditAction.of("identity.become_creator", account, "account:" + account));
            }
        });
    }
}
