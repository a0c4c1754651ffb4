package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import network.fanz.common.Steady;
import network.fanz.finance.payments.events.PaymentOverdue;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Calls people to payments that have waited too long: for a bank, a provider or the ledger. The program goes on trying; but a state that
 * waits is never silent for ever. Each state of a payment calls once. Emits {@code payment_overdue}.
 */
@Component
class OverduePayments {
    private static final int AT_ONCE = 100;

    private final OverdueStore store;
    private final Events events;
    private final PaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    OverduePayments(
            OverdueStore store,
            Events events,
            PaymentsSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were called for. */
    int callPeople() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant since = now.minus(settings.peopleCalledAfter());
        return transaction.execute(status -> {
            var called = store.takeOverdue(since, since.minus(settings.checkoutTime()), now, AT_ONCE);
            called.forEach(overdue -> events.append(new PaymentOverdue(
                    overdue.payment(),
                    overdue.state().name().toLowerCase(Locale.ROOT),
                    overdue.since(),
                    overdue.price(),
                    now)));
            return called.size();
        });
    }
}
