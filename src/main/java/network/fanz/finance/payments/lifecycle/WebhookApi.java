package network.fanz.finance.payments.lifecycle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.finance.payments.spi.WebhookRequest;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where providers send their messages. It checks the signature, remembers the message (one statement, one commit), and answers. The
 * payment moves afterwards. A message that comes twice is known already. A message that comes late or in the wrong order names no
 * transition of {@link PaymentTransitions}, so it changes nothing; if it contradicts where the payment stands, {@link UnexpectedMessages}
 * keeps it and calls people. A message that moves no payment of itself is looked at before it is acknowledged.
 */
@RestController
@Tag(name = "payments")
class WebhookApi {
    private final PaymentProviders providers;
    private final PaymentStore store;
    private final DriverPool drivers;
    private final UnexpectedMessages unexpected;
    private final Clock clock;

    WebhookApi(
            PaymentProviders providers,
            PaymentStore store,
            DriverPool drivers,
            UnexpectedMessages unexpected,
            @Steady Clock clock) {
        this.providers = providers;
        this.store = store;
        this.drivers = drivers;
        this.unexpected = unexpected;
        this.clock = clock;
    }

    @PostMapping("/webhooks/{provider}")
    @Access(anyone = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "receiveProviderMessage", summary = "A payment provider's signed message")
    void receive(
            @PathVariable("provider") String provider,
            @RequestHeader(name = "Webhook-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        ProviderEvent event = providers.forWebhook(provider).parseWebhook(new WebhookRequest(body, signature));
        String message = storableEventId(provider, event.eventId());
        UUID payment = event.payment();
        boolean isNew = payment == null
                || store.insertWebhook(
                        provider, message, payment, event.status().progress().name(), clock.instant());
        if (payment == null || !ProviderWords.isOrdinary(event)) {
            // Again at every delivery: the first may have died between the message's row and this.
            unexpected.hear(provider, message, event);
        }
        if (isNew && payment != null && !drive(payment, message, event, provider)) {
            unexpected.hear(provider, message, event);
        }
    }

    private boolean drive(UUID payment, String message, ProviderEvent event, String provider) {
        return drivers.submit(
                payment,
                event.status(),
                message,
                after -> unexpected.hear(after, message, event),
                () -> unexpected.hear(provider, message, event));
    }

    /** The provider's own id of the message. If it looks like a card number, which is never stored, an id that follows from it. */
    private static String storableEventId(String provider, String eventId) {
        return CardNumbers.in(eventId)
                ? Ids.derived("payments.webhook", provider + ":" + eventId).toString()
                : eventId;
    }
}
