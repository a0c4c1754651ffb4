package network.fanz.finance.ledger.rules;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import network.fanz.common.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The only encoding that the ledger hashes (SHA-256, FIPS 180-4). Numbers are big-endian in 8 bytes, a value of varying length follows its
 * length, and an absent value is a length of -1. So two different rows never have the same bytes.
 */
public final class CanonicalBytes {
    private static final int START = 512;

    private byte[] bytes = new byte[START];
    private int length;

    CanonicalBytes number(long value) {
        ensureCapacity(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    CanonicalBytes units(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? number(Long.BYTES).number(value.longValue())
                : bytes(value.toByteArray());
    }

    CanonicalBytes text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalBytes id(@Nullable UUID value) {
        return value == null
                ? number(-1)
                : number(16).number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    CanonicalBytes time(@Nullable Instant value) {
        return value == null ? number(-1) : number(Long.BYTES).number(Microseconds.sinceEpoch(value));
    }

    CanonicalBytes bytes(byte[] value) {
        number(value.length);
        ensureCapacity(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    byte[] sha256() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private void ensureCapacity(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
