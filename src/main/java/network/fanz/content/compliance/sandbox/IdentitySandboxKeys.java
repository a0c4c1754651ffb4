package network.fanz.content.compliance.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import network.fanz.common.Forbidden;
import network.fanz.common.MessageSignatures;
import org.jspecify.annotations.Nullable;
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

    /** @throws Forbidden if it is not the key of the vendor's API */
    void require(@Nullable String given) {
        byte[] key = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(key, apiKey.getBytes(StandardCharsets.UTF_8))) {
            throw new Forbidden("The vendor's API needs its key.");
        }
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
