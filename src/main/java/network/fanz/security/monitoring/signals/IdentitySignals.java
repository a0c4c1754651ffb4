package network.fanz.security.monitoring.signals;

import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.Subscription;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.PasswordReset;
import network.fanz.security.identity.events.UserRegistered;
import network.fanz.security.monitoring.EventCategory;
import network.fanz.security.monitoring.EventSource;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.intake.Intake;
import org.springframework.stereotype.Component;

/** Sign-ins and registrations. */
@Component
public class IdentitySignals implements Signals {
    private final Intake intake;

    IdentitySignals(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void listen(Subscription subscription) {
        subscription
                .on(AuthenticationAttempt.class, this::attempt)
                .on(UserRegistered.class, this::registered)
                .on(PasswordReset.class, this::reset);
    }

    private void attempt(Delivered<AuthenticationAttempt> delivered) {
        AuthenticationAttempt attempt = delivered.event();
        String who = attempt.account() == null ? "an unknown account" : "account " + attempt.account();
        NewSecurityEvent event = NewSecurityEvent.of(
                        attempt.method().equals("password") ? EventSource.AUTH_SERVICE : EventSource.MFA_SERVICE,
                        EventCategory.AUTHENTICATION,
                        attempt.success() ? Severity.INFO : Severity.MEDIUM,
                        title(attempt),
                        "Proof by " + attempt.method().replace('_', ' ') + " for " + who,
                        attempt.at())
                .about(attempt.account())
                .from(attempt.addressHash(), attempt.agentHash(), attempt.platform(), attempt.location())
                .with("attempts", attempt.attemptCount())
                .with("method", attempt.method())
                .tagged("mfa", "authentication");
        String reason = attempt.reason();
        intake.take(Signals.id(delivered), reason == null ? event : event.with("reason", reason));
    }

    private static String title(AuthenticationAttempt attempt) {
        String what = attempt.method().equals("password") ? "Sign-in" : "MFA";
        return what + (attempt.success() ? " Success" : " Failed");
    }

    private void registered(Delivered<UserRegistered> delivered) {
        UserRegistered registered = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.AUTH_SERVICE,
                                EventCategory.AUTHENTICATION,
                                Severity.INFO,
                                "New User Registration",
                                "Account " + registered.account() + " registered",
                                registered.at())
                        .about(registered.account())
                        .from(null, null, registered.platform(), null)
                        .tagged("registration"));
    }

    private void reset(Delivered<PasswordReset> delivered) {
        PasswordReset reset = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.AUTH_SERVICE,
                                EventCategory.AUTHENTICATION,
                                Severity.LOW,
                                "Password Reset",
                                "Account " + reset.account() + " has a new password, chosen by mail",
                                reset.at())
                        .about(reset.account())
                        .tagged("password", "authentication"));
    }
}
