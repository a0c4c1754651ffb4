package network.fanz.finance.payments.sandbox;

import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.Status;
import org.jspecify.annotations.Nullable;

/** What travels between our side and the sandbox vendor, as JSON. */
final class Wire {
    private Wire() {}

    /** @param reference our payment's id */
    record NewCheckout(
            UUID reference,
            Money amount,
            String descriptor,
            String returnUrl,
            @Nullable String token) {}

    record Refund(UUID refund, Money amount) {}

    /** @param page the card page's path; null if no page is needed */
    record CheckoutState(String session, @Nullable String page, Status status) {}

    /** A signed message. */
    record Message(String id, UUID reference, Status status) {}
}
