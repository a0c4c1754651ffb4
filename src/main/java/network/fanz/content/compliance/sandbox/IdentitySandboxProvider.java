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
import network.fanz.content.compliance.spi.IdentityPage;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.content.compliance.spi.IdentityProvider;
import network.fanz.content.compliance.spi.IdentityProviderUnavailable;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.spi.SignedMessage;
import network.fanz.security.identity.access.PublicHosts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our side: calls the sandbox's vendor over HTTP and reads its messages. */
@Component
@Profile("local")
class IdentitySandboxProvider implements IdentityProvider {
    static final String NAME = "sandbox";

    private static final Logger LOG = LoggerFactory.getLogger(IdentitySandboxProvider.class);

    private final IdentitySandboxKeys keys;
    private final PublicHosts hosts;
    private final ServerAddress address;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient http;

    IdentitySandboxProvider(
            IdentitySandboxKeys keys,
            IdentitySandboxSettings settings,
            PublicHosts hosts,
            Environment environment,
            JsonMapper json) {
        this.keys = keys;
        this.hosts = hosts;
        this.address = new ServerAddress(environment);
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
    public IdentityPage begin(UUID check, String returnUrl) {
        byte[] body = json.writeValueAsBytes(new IdentitySandboxJson.NewCheck(check, returnUrl));
        IdentitySandboxJson.BegunCheck begun = send(
                HttpRequest.newBuilder(address.of("/sandbox/v1/identity-checks"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                IdentitySandboxJson.BegunCheck.class);
        return new IdentityPage(begun.reference(), hosts.baseUrl(PublicHosts.SIGN_IN) + begun.page());
    }

    @Override
    public IdentityResult result(String reference) {
        return send(
                HttpRequest.newBuilder(address.of("/sandbox/v1/identity-checks/" + reference))
                        .GET(),
                IdentityResult.class);
    }

    @Override
    public IdentityMessage readMessage(SignedMessage message) {
        String refusal = keys.signatures().refusal(message.signature(), message.body());
        if (refusal != null) {
            throw new IdentityMessageRefused(refusal);
        }
        JsonNode read = tree(message.body());
        String word = read.path("progress").asString("");
        return new IdentityMessage(
                read.path("id").asString("sha256:" + HexFormat.of().formatHex(Sha256.of(message.body()))),
                uuid(read.path("check").asString("")),
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
                throw new IdentityProviderUnavailable(NAME);
            }
            return json.readValue(answer.body(), type);
        } catch (IOException | JacksonException noAnswer) {
            throw new IdentityProviderUnavailable(NAME);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderUnavailable(NAME);
        }
    }
}
