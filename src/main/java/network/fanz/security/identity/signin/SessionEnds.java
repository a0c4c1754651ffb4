package network.fanz.security.identity.signin;

import java.time.Clock;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.events.SessionsEnded;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends sessions of an account for an administrator. Their own they end where everybody does, so that nobody signs out by mistake. */
@Component
public final class SessionEnds {
    private final IdentitySessionRepository sessions;
    private final AccountStore accounts;
    private final Audit audit;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SessionEnds(
            IdentitySessionRepository sessions,
            AccountStore accounts,
            Audit audit,
            Events events,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends one session and all others of the same sign-in. */
    public void end(AccountId by, AccountId account, UUID session) {
        requireAnother(by, account);
        transaction.executeWithoutResult(status -> {
            if (!sessions.revoke(account, session)) {
                throw new NotFound("session");
            }
            record("identity.end_session", by, account, false);
        });
    }

    /** Ends all; where there is none nothing is recorded. */
    public void endAll(AccountId by, AccountId account) {
        requireAnother(by, account);
        transaction.executeWithoutResult(status -> {
            if (accounts.find(account).isEmpty()) {
                throw new NotFound("account");
            }
            if (sessions.endAll(account, null) > 0) {
                record("identity.end_sessions", by, account, true);
            }
        });
    }

    private static void requireAnother(AccountId by, AccountId account) {
        if (by.equals(account)) {
            throw new Forbidden("End your own sessions on the page of your account.");
        }
    }

    private void record(String action, AccountId by, AccountId account, boolean all) {
        audit.record(AuditAction.of(action, by, "account:" + account));
        events.append(new SessionsEnded(account, by, all, clock.instant()));
    }
}
