package network.fanz.finance.payments.machine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import network.fanz.common.Access;
import network.fanz.common.Ids;
import network.fanz.finance.payments.spi.Notice;
import network.fanz.finance.payments.spi.Webhook;
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
 * Where providers send their messages. It checks the signature, remembers the message (one statement, one commit), and answers; the
 * payment moves afterwards. A message that comes twice, late or in the wrong order does no harm: it is known, or it is no move of the
 * state machine.
 */
@RestController
@Tag(name = "payments")
class WebhookApi {
    private final Providers providers;
    private final PaymentStore store;
    private final Drives drives;
    private final Clock clock;

    WebhookApi(Providers providers, PaymentStore store, Drives drives, Clock clock) {
        this.providers = providers;
        this.store = store;
        this.drives = drives;
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
        Notice notice = providers.addressed(provider).read(new Webhook(body, signature));
        boolean isNew = store.insertWebhook(
                provider,
                known(provider, notice.eventId()),
                notice.payment(),
                notice.status().progress().name(),
                clock.instant());
        if (isNew) {
            drives.later(notice.payment(), notice.status());
        }
    }

    /** A provider's own id, or one that follows from it where it could be taken for a card number: none of those is ever stored. */
    private static String known(String provider, String eventId) {
        return CardNumbers.in(eventId)
                ? Ids.derived("payments.webhook", provider + ":" + eventId).toString()
                : eventId;
    }
}
