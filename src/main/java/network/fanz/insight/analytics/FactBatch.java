package network.fanz.insight.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;

/** What a stretch of the log says, by kind. What comes later of a payment or an alert is written after what comes first. */
final class FactBatch {
    /** The types of events that facts are made of. */
    static final List<Class<? extends DomainEvent>> TYPES = List.of(
            PaymentSettled.class,
            PaymentRefunded.class,
            EmailVerified.class,
            AuthenticationAttempt.class,
            AlertChanged.class,
            ReleaseMoved.class,
            ViewsCounted.class);

    /** Begun, and decided the one way or the other. */
    private static final Set<String> WORK_STATES = Set.of("received", "published", "rejected");

    /** Something that happened to a thing or an account at a time. */
    record DatedId(UUID id, Instant at) {}

    final List<PaymentSettled> settled = new ArrayList<>();
    final List<DatedId> refunded = new ArrayList<>();
    final List<DatedId> verified = new ArrayList<>();
    final List<DatedId> active = new ArrayList<>();
    final List<AlertChanged> alertsOpened = new ArrayList<>();
    final List<DatedId> alertsClosed = new ArrayList<>();
    final List<ReleaseMoved> worksMoved = new ArrayList<>();
    final List<ViewsCounted> viewed = new ArrayList<>();

    static FactBatch of(List<? extends DeliveredEvent<?>> events) {
        FactBatch batch = new FactBatch();
        events.forEach(delivered -> batch.add(delivered.event()));
        return batch;
    }

    private void add(DomainEvent event) {
        switch (event) {
            case PaymentSettled payment -> {
                settled.add(payment);
                active(payment.buyer(), payment.at());
            }
            case PaymentRefunded payment -> refunded.add(new DatedId(payment.payment(), payment.at()));
            case EmailVerified account ->
                verified.add(new DatedId(account.account().value(), account.at()));
            case AuthenticationAttempt attempt -> {
                AccountId account = attempt.account();
                if (attempt.completesSignIn() && account != null) {
                    active(account, attempt.at());
                }
            }
            case AlertChanged changed -> alert(changed);
            case ReleaseMoved moved -> {
                if (WORK_STATES.contains(moved.state())) {
                    worksMoved.add(moved);
                }
            }
            case ViewsCounted counted -> viewed.add(counted);
            default -> throw new IllegalArgumentException("No fact is made of " + event.getClass());
        }
    }

    private void active(AccountId account, Instant at) {
        active.add(new DatedId(account.value(), at));
    }

    private void alert(AlertChanged changed) {
        switch (changed.state()) {
            case "NEW" -> alertsOpened.add(changed);
            case "CLOSED" -> alertsClosed.add(new DatedId(changed.alert(), changed.at()));
            default -> {}
        }
    }
}
