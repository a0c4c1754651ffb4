package network.fanz.finance.payments.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.PaymentProviderUnavailable;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.finance.payments.spi.WebhookRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Our side: calls the sandbox vendor over HTTP and reads its messages. */
@Component
@Profile("local")
class SandboxProvider implements PaymentProvider {
    static final String NAME = "sandbox";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxProvider.class);

    private final SandboxAddress address;
    private final SandboxKeys keys;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient http;

    SandboxProvider(SandboxAddress address, SandboxKeys keys, SandboxSettings settings, JsonMapper json) {
        this.address = address;
        this.keys = keys;
        this.json = json;
        this.timeout = settings.callTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.callTimeout())
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout createCheckout(CheckoutRequest request) {
        SandboxJson.SandboxCheckout state = post(
                "/sandbox/v1/checkouts",
                new SandboxJson.SandboxCheckoutRequest(
                        request.payment(),
                        request.amount(),
                        request.descriptor(),
                        request.returnUrl(),
                        request.token()));
        return new Checkout(state.session(), state.page(), state.status());
    }

    @Override
    public CheckoutStatus status(String session) {
        return send(HttpRequest.newBuilder(address.of("/sandbox/v1/checkouts/" + session))
                        .GET())
                .status();
    }

    @Override
    public CheckoutStatus capture(String session, Money amount) {
        return post("/sandbox/v1/checkouts/" + session + "/capture", amount).status();
    }

    @Override
    public CheckoutStatus cancel(String session) {
        return post("/sandbox/v1/checkouts/" + session + "/cancellation", null).status();
    }

    @Override
    public CheckoutStatus refund(String session, UUID refund, Money amount) {
        return post(
                        "/sandbox/v1/checkouts/" + session + "/refund",
                        new SandboxJson.SandboxRefundRequest(refund, amount))
                .status();
    }

    @Override
    public ProviderEvent parseWebhook(WebhookRequest webhook) {
        keys.signatures().check(webhook);
        SandboxJson.SandboxEvent sandboxEvent = json.readValue(webhook.body(), SandboxJson.SandboxEvent.class);
        return new ProviderEvent(sandboxEvent.id(), sandboxEvent.reference(), sandboxEvent.status());
    }

    private SandboxJson.SandboxCheckout post(String path, @Nullable Object body) {
        return send(HttpRequest.newBuilder(address.of(path))
                .header("Content-Type", "application/json")
                .POST(
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private SandboxJson.SandboxCheckout send(HttpRequest.Builder builder) {
        HttpRequest request =
                builder.timeout(timeout).header("Sandbox-Key", keys.apiKey()).build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                LOG.warn(
                        "The sandbox vendor answered {} to {}",
                        answer.statusCode(),
                        request.uri().getPath());
                throw new PaymentProviderUnavailable(NAME);
            }
            return json.readValue(answer.body(), SandboxJson.SandboxCheckout.class);
        } catch (IOException noAnswer) {
            throw new PaymentProviderUnavailable(NAME);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PaymentProviderUnavailable(NAME);
        }
    }
}
