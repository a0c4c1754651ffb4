package network.fanz.finance.payments.sandbox;

import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.jspecify.annotations.Nullable;

/** What travels between our side and the sandbox vendor, as JSON. */
final class SandboxJson {
    private SandboxJson() {}

    /** @param reference our payment's id */
    record SandboxCheckoutRequest(
            UUID reference,
            Money amount,
            String descriptor,
            String returnUrl,
            @Nullable String token) {}

    record SandboxRefundRequest(UUID refund, Money amount) {}

    /** @param page the card page's path; null if no page is needed */
    record SandboxCheckout(String session, @Nullable String page, CheckoutStatus status) {}

    /** A signed message. */
    record SandboxEvent(String id, UUID reference, CheckoutStatus status) {}
}
