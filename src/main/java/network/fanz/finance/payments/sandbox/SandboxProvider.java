package network.fanz.finance.payments.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.common.Sha256;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutProgress;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
        try {
            // JSON's null is an event that is not there; so is any part of it.
            SandboxJson.@Nullable SandboxEvent read = json.readValue(webhook.body(), SandboxJson.SandboxEvent.class);
            if (read != null && isWhole(read)) {
                return new ProviderEvent(
                        read.id(), read.reference(), read.status().progress().name(), read.status());
            }
        } catch (JacksonException unknown) {
            LOG.info("A signed message holds something that is not known here");
        }
        return unrecognised(webhook.body());
    }

    private static boolean isWhole(SandboxJson.SandboxEvent event) {
        return event.id() != null
                && event.reference() != null
                && event.status() != null
                && event.status().progress() != null;
    }

    /** As much of it as can be read. A message without an id gets one that follows from its bytes. */
    private ProviderEvent unrecognised(byte[] body) {
        JsonNode read = tree(body);
        JsonNode status = read.path("status");
        return new ProviderEvent(
                read.path("id").asString("sha256:" + HexFormat.of().formatHex(Sha256.of(body))),
                uuid(read.path("reference").asString("")),
                status.path("progress").asString(read.path("type").asString("")),
                new CheckoutStatus(CheckoutProgress.UNRECOGNISED, money(status.path("taken")), null, null, null));
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }

    private @Nullable Money money(JsonNode taken) {
        try {
            return taken.isObject() ? json.treeToValue(taken, Money.class) : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
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
