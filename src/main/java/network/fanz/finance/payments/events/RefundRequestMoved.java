package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fan's request for their money has come into a state. What anybody wrote stands in no event.
 *
 * @param kind tip, pass or ppv, in lower case
 * @param from null if it was just made
 * @param state such as {@code with_creator}
 * @param by who moved it; null for the program, such as by a deadline or by what became of the payment
 */
@EventType("refund_request_moved")
public record RefundRequestMoved(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        String kind,
        Money price,
        @Nullable String from,
        String state,
        @Nullable AccountId by,
        String platform,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
