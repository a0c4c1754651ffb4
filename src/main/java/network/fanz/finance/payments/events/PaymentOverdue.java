package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/**
 * A payment has waited in one state for longer than it should. The program goes on trying, but people must look at it.
 *
 * @param state such as {@code unknown}
 * @param since when it came into that state
 */
@EventType("payment_overdue")
public record PaymentOverdue(UUID payment, String state, Instant since, Money price, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
