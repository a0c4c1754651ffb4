package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A provider has taken, set aside or given back another amount than the payment's price, or another currency. The payment stays where it
 * is, and people must look at it.
 *
 * @param taken null if the provider did not say
 */
@EventType("provider_amount_differs")
public record ProviderAmountDiffers(
        UUID payment,
        String provider,
        Money price,
        @Nullable Money taken,
        Instant at) implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
