package network.fanz.security.identity.signin;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.identity.sessions.SessionTable;
import network.fanz.security.identity.sessions.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an account's own sessions, and writes down that its owner did. */
@Component
public final class SessionEnds {
    private final SessionTable sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SessionEnds(SessionTable sessions, Audit audit, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** All that grew out of the same sign-in. */
    public void ofSignIn(Standing standing) {
        transaction.executeWithoutResult(status -> {
            sessions.end(standing.singleSignOn());
            record("identity.sign_out", standing.account());
        });
    }

    /** One, with all that grew out of the same sign-in; false if the account has no such session. */
    public boolean one(AccountId account, UUID session) {
        return transaction.execute(status -> {
            boolean ended = sessions.revoke(account, session);
            if (ended) {
                record("identity.revoke_session", account);
            }
            return ended;
        });
    }

    /** All but those of this sign-in. */
    public void others(Standing standing) {
        transaction.executeWithoutResult(status -> {
            if (sessions.endAll(standing.account(), standing.singleSignOn()) > 0) {
                record("identity.revoke_other_sessions", standing.account());
            }
        });
    }

    private void record(String action, AccountId account) {
        audit.record(Action.of(action, account, "account:" + account));
    }
}
