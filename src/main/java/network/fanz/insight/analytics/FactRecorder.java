package network.fanz.insight.analytics;

import java.util.List;
import java.util.Objects;
import network.fanz.common.DomainEvent;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;
import org.springframework.stereotype.Component;

/** Turns events into facts, many at a time. */
@Component
class FactRecorder {
    private final FactStore store;

    FactRecorder(FactStore store) {
        this.store = store;
    }

    void settled(List<DeliveredEvent<PaymentSettled>> batch) {
        store.settled(events(batch));
        store.active(events(batch).stream()
                .map(payment -> new FactStore.AccountActivity(payment.buyer(), payment.at()))
                .toList());
    }

    void refunded(DeliveredEvent<PaymentRefunded> delivered) {
        store.refunded(delivered.event().payment(), delivered.event().at());
    }

    void verified(List<DeliveredEvent<EmailVerified>> batch) {
        store.verified(events(batch));
    }

    void attempted(List<DeliveredEvent<AuthenticationAttempt>> batch) {
        store.active(events(batch).stream()
                .filter(attempt -> attempt.success() && attempt.account() != null)
                .map(attempt -> new FactStore.AccountActivity(Objects.requireNonNull(attempt.account()), attempt.at()))
                .toList());
    }

    void alert(DeliveredEvent<AlertChanged> delivered) {
        AlertChanged changed = delivered.event();
        switch (changed.state()) {
            case "NEW" -> store.alertOpened(changed.alert(), changed.severity(), changed.at());
            case "CLOSED" -> store.alertClosed(changed.alert(), changed.at());
            default -> {}
        }
    }

    private static <E extends DomainEvent> List<E> events(List<DeliveredEvent<E>> batch) {
        return batch.stream().map(DeliveredEvent::event).toList();
    }
}
