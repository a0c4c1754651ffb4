package network.fanz.security.identity.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that are derived from a secret and the time (RFC 6238), with steps of 30 seconds counted from 1970.
 *
 * @param algorithm the MAC: HmacSHA1, which every app knows, HmacSHA256 or HmacSHA512
 * @param digits how many digits a code has
 */
public record Totp(String algorithm, int digits) {
    /** The default of authenticator apps. */
    public static final Totp USUAL = new Totp("HmacSHA1", 6);

    private static final long STEP_SECONDS = 30;
    /** The code of the step before or after is accepted too, for clocks that differ and people who type slowly. */
    private static final int STEPS_AROUND = 1;

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, with leading zeros. The truncation is RFC 4226, 5.3. */
    public String code(byte[] secret, long step) {
        byte[] hash = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        String decimal = String.valueOf(number % (long) Math.pow(10, digits));
        return "0".repeat(digits - decimal.length()) + decimal;
    }

    /** The step near the given time that has this code; empty if there is none. Compares in constant time. */
    public OptionalLong stepOf(byte[] secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - STEPS_AROUND; step <= step(now) + STEPS_AROUND; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            found = same ? OptionalLong.of(step) : found;
        }
        return found;
    }

    private byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
