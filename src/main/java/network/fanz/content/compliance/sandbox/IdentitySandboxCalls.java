package network.fanz.content.compliance.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import network.fanz.common.ServerAddress;
import network.fanz.common.Sha256;
import network.fanz.content.compliance.spi.IdentityMessage;
import network.fanz.content.compliance.spi.IdentityMessageRefused;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.content.compliance.spi.IdentityProviderUnavailable;
import network.fanz.content.compliance.spi.SignedMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sandbox's vendor over HTTP, and reads what it signs: about identities and about ages alike. */
@Component
@Profile("local")
class IdentitySandboxCalls {
    private static final Logger LOG = LoggerFactory.getLogger(IdentitySandboxCalls.class);

    private final IdentitySandboxKeys keys;
    private final ServerAddress address;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient http;

    IdentitySandboxCalls(
            IdentitySandboxKeys keys, IdentitySandboxSettings settings, Environment environment, JsonMapper json) {
        this.keys = keys;
        this.address = new ServerAddress(environment);
        this.json = json;
        this.timeout = settings.callTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.callTimeout())
                .build();
    }

    <T> T post(String path, Object body, Class<T> type) {
        return send(
                HttpRequest.newBuilder(address.of(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))),
                type);
    }

    <T> T get(String path, Class<T> type) {
        return send(HttpRequest.newBuilder(address.of(path)).GET(), type);
    }

    /**
     * @param about the field that names what the message is about
     * @throws IdentityMessageRefused if it is not proven to come from the vendor, or is too old
     */
    IdentityMessage read(SignedMessage message, String about) {
        String refusal = keys.signatures().refusal(message.signature(), message.body());
        if (refusal != null) {
            throw new IdentityMessageRefused(refusal);
        }
        JsonNode read = tree(message.body());
        String word = read.path("progress").asString("");
        return new IdentityMessage(
                read.path("id").asString("sha256:" + HexFormat.of().formatHex(Sha256.of(message.body()))),
                uuid(read.path(about).asString("")),
                word,
                isKnown(word));
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            return read.isObject() ? read : json.createObjectNode();
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }

    private static boolean isKnown(String word) {
        try {
            return IdentityProgress.valueOf(word) != IdentityProgress.UNRECOGNISED;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private <T> T send(HttpRequest.Builder builder, Class<T> type) {
        HttpRequest request =
                builder.timeout(timeout).header("Sandbox-Key", keys.apiKey()).build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                LOG.warn(
                        "The sandbox's vendor answered {} to {}",
                        answer.statusCode(),
                        request.uri().getPath());
                throw new IdentityProviderUnavailable(IdentitySandboxProvider.NAME);
            }
            return json.readValue(answer.body(), type);
        } catch (IOException | JacksonException noAnswer) {
            throw new IdentityProviderUnavailable(IdentitySandboxProvider.NAME);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderUnavailable(IdentitySandboxProvider.NAME);
        }
    }
}
