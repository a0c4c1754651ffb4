package network.fanz.security.identity.signin;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.SignInRequired;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.accounts.AccountAccessStore;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInProof;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an account's own sessions, and audits that its owner did so; says whether a sign-in has ended. */
@Component
public final class SessionRevocation {
    private final IdentitySessionRepository sessions;
    private final AccountAccessStore access;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SessionRevocation(
            IdentitySessionRepository sessions,
            AccountAccessStore accountAccess,
            Audit audit,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.access = accountAccess;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Ends all sessions of the same sign-in. */
    public void signOut(SignInProof proof) {
        transaction.executeWithoutResult(status -> {
            sessions.endSingleSignOn(proof.singleSignOn());
            record("identity.sign_out", proof.account());
        });
    }

    /** Ends one session and all others of the same sign-in; false if the account has no such session. */
    public boolean revoke(AccountId account, UUID session) {
        return transaction.execute(status -> {
            boolean ended = sessions.revoke(account, session);
            if (ended) {
                record("identity.revoke_session", account);
            }
            return ended;
        });
    }

    /** Ends all sessions, except those of this sign-in. */
    public void revokeOthers(SignInProof proof) {
        transaction.executeWithoutResult(status -> {
            if (sessions.endAll(proof.account(), proof.singleSignOn()) > 0) {
                record("identity.revoke_other_sessions", proof.account());
            }
        });
    }

    /** Ends every session of the account, in the caller's transaction; what led to it is the caller's to audit. */
    public void endAll(AccountId account) {
        sessions.endAll(account, null);
    }

    /**
     * In the caller's transaction, for a change that has taken a while since its request was let in: whoever has ended the sign-in since
     * then, as somebody does who throws a thief out, has the last word.
     *
     * @throws SignInRequired if the sign-in was ended
     */
    public void requireAlive(SignInProof proof) {
        access.lock(proof.account());
        if (!sessions.isSingleSignOnAlive(proof.singleSignOn())) {
            throw new SignInRequired();
        }
    }

    private void record(String action, AccountId account) {
        audit.record(AuditAction.of(action, account, "account:" + account));
    }
}
