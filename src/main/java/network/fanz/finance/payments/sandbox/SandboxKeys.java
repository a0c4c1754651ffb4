package network.fanz.finance.payments.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The secrets that our side and the sandbox vendor share, new in every process: each node has a vendor of its own. */
@Component
@Profile("local")
class SandboxKeys {
    private final String apiKey = random();
    private final WebhookSignatures webhookSignatures;

    SandboxKeys(SandboxSettings settings, Clock clock) {
        String given = settings.signingKey();
        byte[] key = (given == null ? random() : given).getBytes(StandardCharsets.UTF_8);
        this.webhookSignatures = new WebhookSignatures(key, settings.replayWindow(), clock);
    }

    String apiKey() {
        return apiKey;
    }

    WebhookSignatures signatures() {
        return webhookSignatures;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
