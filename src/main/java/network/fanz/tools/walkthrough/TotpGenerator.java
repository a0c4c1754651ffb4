package network.fanz.tools.walkthrough;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The phone app of a user who signs in: codes of RFC 6238 with HMAC-SHA-1, six digits, 30 seconds. */
public final class TotpGenerator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final String base32;
    private final byte[] secret;
    private final Clock clock;
    private long lastStep;

    /** Follows the system's clock. */
    public TotpGenerator(String base32) {
        this(base32, Clock.systemUTC());
    }

    /** @param base32 the secret as the program shows it */
    public TotpGenerator(String base32, Clock clock) {
        this.clock = clock;
        this.base32 = base32;
        this.secret = decoded(base32);
    }

    public String base32() {
        return base32;
    }

    /**
     * A code that has not been given yet: of this step or, if that is spent, of the next one, which clocks that run apart by a step
     * must accept. A third within the same half minute waits for it to pass. An app knows nothing of codes from under a clock that was ahead.
     */
    public synchronized String next() {
        long now = stepNow();
        long step = lastStep > now + 1 ? now : Math.max(now, lastStep + 1);
        while (step > stepNow() + 1) {
            pause();
        }
        lastStep = step;
        return code(step);
    }

    private long stepNow() {
        return clock.instant().getEpochSecond() / STEP_SECONDS;
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] decoded(String base32) {
        String clean = base32.replace("=", "").replace(" ", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(clean.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : clean.toCharArray()) {
            held = (held << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
