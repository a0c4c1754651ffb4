package network.fanz.security.identity.reset;

import java.time.Clock;
import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.events.PasswordChanged;
import network.fanz.security.identity.sessions.SignInProof;
import network.fanz.security.identity.signin.OwnPassword;
import network.fanz.security.identity.signin.SessionRevocation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password for an owner who is signed in and has proved lately who they are. */
@Component
public final class PasswordChange {
    private static final String PRESENT = "present-password";

    private final OwnPassword ownPassword;
    private final NewPassword newPassword;
    private final SessionRevocation sessions;
    private final AccountMails mails;
    private final Events events;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordChange(
            OwnPassword ownPassword,
            NewPassword newPassword,
            SessionRevocation sessionRevocation,
            AccountMails accountMails,
            Events events,
            Audit audit,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.ownPassword = ownPassword;
        this.newPassword = newPassword;
        this.sessions = sessionRevocation;
        this.mails = accountMails;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sets it, ends all sessions but those of this sign-in, and makes the open links of letters worthless.
     *
     * @param present the password that the account has; a wrong one counts as an attempt to sign in
     * @throws InvalidField if that is not the account's password, or the new one is not accepted
     * @throws network.fanz.common.SignInRequired if the sign-in was ended meanwhile
     */
    public void change(SignInProof proof, String present, String password, Origin origin) {
        AccountId account = proof.account();
        ownPassword.require(account, PRESENT, present, origin);
        if (password.equals(present)) {
            throw new InvalidField("password", "This is the password that you have. Choose another.");
        }
        byte[] hash = newPassword.hash(account, password);
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            sessions.requireAlive(proof);
            if (!newPassword.set(account, hash)) {
                throw new NotFound("account");
            }
            sessions.revokeOthers(proof);
            mails.passwordChangedByOwner(account);
            events.append(new PasswordChanged(account, now));
            audit.record(AuditAction.of("identity.change_password", account, "account:" + account));
        });
    }
}
