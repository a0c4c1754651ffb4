package network.fanz.content.compliance.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import network.fanz.common.MessageSignatures;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The secrets that our side and the sandbox's vendor share, new in every process: each node has a vendor of its own. */
@Component
@Profile("local")
class IdentitySandboxKeys {
    private final String apiKey = random();
    private final MessageSignatures signatures;

    IdentitySandboxKeys(IdentitySandboxSettings settings, Clock clock) {
        String given = settings.signingKey();
        byte[] key = (given == null ? random() : given).getBytes(StandardCharsets.UTF_8);
        this.signatures = new MessageSignatures(key, settings.replayWindow(), clock);
    }

    String apiKey() {
        return apiKey;
    }

    MessageSignatures signatures() {
        return signatures;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
