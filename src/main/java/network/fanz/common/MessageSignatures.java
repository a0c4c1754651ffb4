package network.fanz.common;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs messages and checks them: {@code t=<seconds>,v1=<hex>}, where hex is the HMAC-SHA-256 (RFC 2104) of the seconds, a point and
 * the body. The time is signed too, so that a message that was caught on its way cannot be sent again next week.
 */
public final class MessageSignatures {
    private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final byte[] key;
    private final Duration replayWindow;
    private final Clock clock;

    /** @param replayWindow how old a message may be, or how far ahead of us its sender's clock */
    public MessageSignatures(byte[] key, Duration replayWindow, Clock clock) {
        this.key = key.clone();
        this.replayWindow = replayWindow;
        this.clock = clock;
    }

    public String sign(byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
    }

    /** Why a signature that is missing, malformed, wrong, or too old or too new does not count; null if it counts. */
    public @Nullable String refusal(@Nullable String signature, byte[] body) {
        Matcher header = HEADER.matcher(signature == null ? "" : signature);
        if (!header.matches()) {
            return "The message has no signature that can be read.";
        }
        long seconds = Long.parseLong(header.group(1));
        byte[] claimed = HexFormat.of().parseHex(header.group(2));
        if (!MessageDigest.isEqual(claimed, hmac(seconds, body))) {
            return "The signature does not fit the message.";
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                .abs();
        return age.compareTo(replayWindow) > 0 ? "The message was signed too long ago." : null;
    }

    private byte[] hmac(long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
