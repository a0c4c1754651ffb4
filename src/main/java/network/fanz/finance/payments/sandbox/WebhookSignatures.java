package network.fanz.finance.payments.sandbox;

import java.time.Clock;
import java.time.Duration;
import network.fanz.common.MessageSignatures;
import network.fanz.finance.payments.spi.WebhookRefused;
import network.fanz.finance.payments.spi.WebhookRequest;

/** How the vendor's messages are signed. */
final class WebhookSignatures {
    private final MessageSignatures signatures;

    WebhookSignatures(byte[] key, Duration replayWindow, Clock clock) {
        this.signatures = new MessageSignatures(key, replayWindow, clock);
    }

    String sign(byte[] body) {
        return signatures.sign(body);
    }

    /** @throws WebhookRefused if the signature is missing, malformed, wrong, or too old or too new */
    void check(WebhookRequest webhook) {
        String refusal = signatures.refusal(webhook.signature(), webhook.body());
        if (refusal != null) {
            throw new WebhookRefused(refusal);
        }
    }
}
