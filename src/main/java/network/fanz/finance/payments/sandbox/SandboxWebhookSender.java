package network.fanz.finance.payments.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import network.fanz.common.Ids;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vendor's messages to us: written beside the state that they tell of, sent after the commit over HTTP, and sent again until they
 * are taken.
 */
@Component
@Profile("local")
class SandboxWebhookSender {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxWebhookSender.class);

    private final SandboxStore store;
    private final SandboxAddress address;
    private final SandboxKeys keys;
    private final SandboxSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();

    SandboxWebhookSender(
            SandboxStore store,
            SandboxAddress address,
            SandboxKeys keys,
            SandboxSettings settings,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.address = address;
        this.keys = keys;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.callTimeout())
                .build();
    }

    /** @param times how often the same message is sent */
    void send(UUID reference, CheckoutStatus status, Duration delay, int times) {
        String body =
                json.writeValueAsString(new SandboxJson.SandboxEvent("evt_" + Ids.next(clock), reference, status));
        Instant now = clock.instant();
        for (int i = 0; i < times; i++) {
            if (delay.isZero()) {
                long id = store.insertDelivery(body, now.plus(settings.retryDelay()));
                afterCommit(() -> deliver(id, body));
            } else {
                store.insertDelivery(body, now.plus(delay));
            }
        }
    }

    /**
     * Sends the messages that are due: delayed ones, and those that were not taken before. A message that is taken is forgotten. A message
     * whose answer comes too late is sent once more.
     */
    void sendDue() {
        List<Long> gone = new ArrayList<>();
        for (Long id = taken.poll(); id != null; id = taken.poll()) {
            gone.add(id);
        }
        if (!gone.isEmpty()) {
            store.removeDeliveries(gone);
        }
        store.dueDeliveries(clock.instant(), settings.retryDelay())
                .forEach(webhookDelivery -> deliver(webhookDelivery.id(), webhookDelivery.body()));
    }

    private void deliver(long id, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            HttpRequest request = HttpRequest.newBuilder(address.of("/webhooks/" + SandboxProvider.NAME))
                    .timeout(settings.callTimeout())
                    .header("Content-Type", "application/json")
                    .header("Webhook-Signature", keys.signatures().sign(bytes))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                taken.add(id);
            } else {
                LOG.info("Message {} was answered with {}; it is sent again", id, status);
            }
        } catch (IOException notTaken) {
            LOG.info("Message {} was not taken; it is sent again", id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void afterCommit(Runnable send) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("sandbox-message").start(send);
            }
        });
    }
}
