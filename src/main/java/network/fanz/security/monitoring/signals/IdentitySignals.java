package network.fanz.security.monitoring.signals;

import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailChanged;
import network.fanz.security.identity.events.PasswordChanged;
import network.fanz.security.identity.events.PasswordReset;
import network.fanz.security.identity.events.RoleGranted;
import network.fanz.security.identity.events.SessionsEnded;
import network.fanz.security.identity.events.UserRegistered;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** Sign-ins and registrations. */
@Component
public class IdentitySignals implements SignalSource {
    private final SecurityEventIngestion ingestion;

    IdentitySignals(SecurityEventIngestion securityEventIngestion) {
        this.ingestion = securityEventIngestion;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription
                .on(AuthenticationAttempt.class, this::attempt)
                .on(UserRegistered.class, this::registered)
                .on(RoleGranted.class, this::granted)
                .on(EmailChanged.class, this::emailChanged)
                .on(PasswordChanged.class, this::passwordChanged)
                .on(SessionsEnded.class, this::sessionsEnded)
                .on(PasswordReset.class, this::reset);
    }

    private void attempt(DeliveredEvent<AuthenticationAttempt> delivered) {
        AuthenticationAttempt attempt = delivered.event();
        NewSecurityEvent event = NewSecurityEvent.of(
                        attempt.method().equals("password")
                                ? SecurityEventSource.AUTH_SERVICE
                                : SecurityEventSource.MFA_SERVICE,
                        SecurityEventCategory.AUTHENTICATION,
                        attempt.success() ? Severity.INFO : Severity.MEDIUM,
                        title(attempt),
                        description(attempt),
                        attempt.at())
                .about(attempt.account())
                .from(attempt.addressHash(), attempt.agentHash(), attempt.platform(), attempt.location())
                .with("attempts", attempt.attemptCount())
                .with("method", attempt.method())
                .tagged("mfa", "authentication");
        String reason = attempt.reason();
        ingestion.ingest(
                SignalSource.securityEventId(delivered), reason == null ? event : event.with("reason", reason));
    }

    private static String description(AuthenticationAttempt attempt) {
        boolean due = attempt.success() && !attempt.completesSignIn();
        String how = attempt.method().equals("totp")
                ? "authenticator app"
                : attempt.method().replace('_', ' ');
        return "By " + how + (attempt.account() == null ? ", for an account that does not exist" : "")
                + (due ? "; a second factor is still due" : "");
    }

    /** A password alone signs nobody in who needs a second factor. */
    private static String title(AuthenticationAttempt attempt) {
        if (attempt.success() && !attempt.completesSignIn()) {
            return "Password Accepted";
        }
        String what = attempt.method().equals("password") ? "Sign-in" : "MFA";
        return what + (attempt.success() ? " Success" : " Failed");
    }

    private void registered(DeliveredEvent<UserRegistered> delivered) {
        UserRegistered registered = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHENTICATION,
                                Severity.INFO,
                                "New User Registration",
                                "Account " + registered.account() + " registered",
                                registered.at())
                        .about(registered.account())
                        .from(null, null, registered.platform(), null)
                        .tagged("registration"));
    }

    private void granted(DeliveredEvent<RoleGranted> delivered) {
        RoleGranted granted = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHORIZATION,
                                Severity.LOW,
                                "Role Granted",
                                "Account " + granted.by() + " has given the role " + granted.role() + " to account "
                                        + granted.account(),
                                granted.at())
                        .about(granted.account())
                        .with("role", granted.role().name())
                        .with("by", granted.by().toString())
                        .tagged("role"));
    }

    private void emailChanged(DeliveredEvent<EmailChanged> delivered) {
        EmailChanged changed = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHENTICATION,
                                Severity.LOW,
                                "Email Address Changed",
                                "Account " + changed.account()
                                        + " has another email address, confirmed by its mailboxes",
                                changed.at())
                        .about(changed.account())
                        .tagged("email", "authentication"));
    }

    private void passwordChanged(DeliveredEvent<PasswordChanged> delivered) {
        PasswordChanged changed = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHENTICATION,
                                Severity.LOW,
                                "Password Changed",
                                "Account " + changed.account() + " has a new password, chosen by its owner",
                                changed.at())
                        .about(changed.account())
                        .tagged("password", "authentication"));
    }

    private void sessionsEnded(DeliveredEvent<SessionsEnded> delivered) {
        SessionsEnded ended = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHENTICATION,
                                Severity.LOW,
                                "Sessions Ended",
                                "Administrator " + ended.by() + " has ended "
                                        + (ended.all() ? "all sessions" : "a sign-in") + " of account "
                                        + ended.account(),
                                ended.at())
                        .about(ended.account())
                        .with("by", ended.by().toString())
                        .tagged("session", "authentication"));
    }

    private void reset(DeliveredEvent<PasswordReset> delivered) {
        PasswordReset reset = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.AUTH_SERVICE,
                                SecurityEventCategory.AUTHENTICATION,
                                Severity.LOW,
                                "Password Reset",
                                "Account " + reset.account() + " has a new password, chosen by mail",
                                reset.at())
                        .about(reset.account())
                        .tagged("password", "authentication"));
    }
}
