package network.fanz.content.compliance.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.ServerAddress;
import network.fanz.content.compliance.spi.IdentityProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's messages to us: written beside the state that they tell of, sent over HTTP, and sent again until they are taken. */
@Component
@Profile("local")
class IdentitySandboxMessages {
    private static final Logger LOG = LoggerFactory.getLogger(IdentitySandboxMessages.class);

    private static final String IDENTITY = "/webhooks/identity/" + IdentitySandboxProvider.NAME;

    private final IdentitySandboxStore store;
    private final IdentitySandboxKeys keys;
    private final IdentitySandboxSettings settings;
    private final ServerAddress address;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;

    IdentitySandboxMessages(
            IdentitySandboxStore store,
            IdentitySandboxKeys keys,
            IdentitySandboxSettings settings,
            Environment environment,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.address = new ServerAddress(environment);
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.callTimeout())
                .build();
    }

    /** In the caller's transaction. */
    void write(UUID check, IdentityProgress progress) {
        write(IDENTITY, new IdentitySandboxJson.CheckNews("idv_" + Ids.next(clock), check, progress));
    }

    /**
     * The same for any news.
     *
     * @param path where we take it
     */
    void write(String path, Object news) {
        store.insertDelivery(path, json.writeValueAsString(news), clock.instant());
    }

    /** A message that is taken is forgotten; one whose answer comes too late is sent once more. */
    void sendDue() {
        store.dueDeliveries(clock.instant(), settings.retryDelay()).forEach(this::deliver);
    }

    private void deliver(IdentitySandboxStore.Delivery delivery) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        try {
            HttpRequest request = HttpRequest.newBuilder(address.of(delivery.path()))
                    .timeout(settings.callTimeout())
                    .header("Content-Type", "application/json")
                    .header("Webhook-Signature", keys.signatures().sign(body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                store.removeDelivery(delivery.id());
            } else {
                LOG.info("Message {} was answered with {}; it is sent again", delivery.id(), status);
            }
        } catch (IOException notTaken) {
            LOG.info("Message {} was not taken; it is sent again", delivery.id());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
