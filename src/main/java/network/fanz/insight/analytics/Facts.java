package network.fanz.insight.analytics;

import java.util.List;
import java.util.Objects;
import network.fanz.common.DomainEvent;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.Delivered;
import network.fanz.security.identity.events.AuthenticationAttempt;
import network.fanz.security.identity.events.EmailVerified;
import network.fanz.security.monitoring.events.AlertChanged;
import org.springframework.stereotype.Component;

/** Turns events into facts, many at a time. */
@Component
class Facts {
    private final FactStore store;

    Facts(FactStore store) {
        this.store = store;
    }

    void settled(List<Delivered<PaymentSettled>> batch) {
        store.settled(events(batch));
        store.active(events(batch).stream()
                .map(payment -> new FactStore.Active(payment.buyer(), payment.at()))
                .toList());
    }

    void refunded(Delivered<PaymentRefunded> delivered) {
        store.refunded(delivered.event().payment(), delivered.event().at());
    }

    void verified(List<Delivered<EmailVerified>> batch) {
        store.verified(events(batch));
    }

    void attempted(List<Delivered<AuthenticationAttempt>> batch) {
        store.active(events(batch).stream()
                .filter(attempt -> attempt.success() && attempt.account() != null)
                .map(attempt -> new FactStore.Active(Objects.requireNonNull(attempt.account()), attempt.at()))
                .toList());
    }

    void alert(Delivered<AlertChanged> delivered) {
        AlertChanged changed = delivered.event();
        switch (changed.state()) {
            case "NEW" -> store.alertOpened(changed.alert(), changed.severity(), changed.at());
            case "CLOSED" -> store.alertClosed(changed.alert(), changed.at());
            default -> {}
        }
    }

    private static <E extends DomainEvent> List<E> events(List<Delivered<E>> batch) {
        return batch.stream().map(Delivered::event).toList();
    }
}
