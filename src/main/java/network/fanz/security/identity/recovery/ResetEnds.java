package network.fanz.security.identity.recovery;

import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.accounts.RoleGrants;
import network.fanz.security.identity.attempts.SignInWitness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may have a say in a request to take away a second factor, and what ends an open one without anybody deciding: its owner signs in with
 * the factor, the account is closed, or one of the two who decide is no administrator any more. Each in the caller's transaction.
 */
@Component
public final class ResetEnds implements SignInWitness {
    private final FactorResetStore store;
    private final RoleGrants grants;
    private final Audit audit;

    ResetEnds(FactorResetStore store, RoleGrants roleGrants, Audit audit) {
        this.store = store;
        this.grants = roleGrants;
        this.audit = audit;
    }

    /** Whoever can sign in with the factor has not lost it. */
    @Override
    public void signedIn(AccountId account, Instant at) {
        end(account, "OBJECTED", "identity.keep_factor_in_use", null, at);
    }

    public void closed(@Nullable AccountId by, AccountId account, Instant at) {
        end(account, "WITHDRAWN", "identity.withdraw_factor_reset", by, at);
    }

    /** Ends what an administrator has asked for or approved: who is thrown out has had no second person's say. */
    public void deciderLeft(AccountId administrator, Instant now) {
        store.lockDecidedBy(administrator).forEach(account -> deciderGone(account, now));
    }

    /** Those that an older node has left open, that one of the two has left, or that nobody has approved in time. */
    void endOvertaken(Instant askedBefore, Instant now) {
        store.lockUsed().forEach(account -> signedIn(account, now));
        store.lockClosed().forEach(account -> closed(null, account, now));
        store.deciders().stream().filter(each -> !mayAsk(each)).forEach(gone -> deciderLeft(gone, now));
        store.expire(askedBefore, now);
    }

    /** Whether whoever would approve has nothing to do with whoever asked. */
    boolean isSecondPerson(AccountId by, FactorReset reset) {
        return grants.areIndependent(by, reset.askedBy());
    }

    /** Whether there is somebody who could approve what this administrator asks for. */
    boolean hasSecondPerson(AccountId asker, AccountId account) {
        return grants.administrators().stream()
                .anyMatch(other -> !other.equals(asker)
                        && !other.equals(account)
                        && mayAsk(other)
                        && grants.areIndependent(other, asker));
    }

    boolean mayAsk(AccountId administrator) {
        return grants.mayActAs(administrator, Set.of(Role.ADMINISTRATOR));
    }

    void deciderGone(AccountId account, Instant now) {
        end(account, "EXPIRED", "identity.lapse_factor_reset", null, now);
    }

    private void end(AccountId account, String state, String action, @Nullable AccountId by, Instant now) {
        if (store.end(account, state, now)) {
            audit.record(AuditAction.of(action, by, "account:" + account));
        }
    }
}
