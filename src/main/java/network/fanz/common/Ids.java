package network.fanz.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes ids: new ones that sort by time, and ones that follow from a name. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new UUID of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits. */
    public static UUID next(Clock clock) {
        return next(clock, 1).getFirst();
    }

    /** Several of them at once, which costs little more than one. */
    public static List<UUID> next(Clock clock, int count) {
        byte[] random = new byte[2 * Long.BYTES * count];
        RANDOM.nextBytes(random);
        ByteBuffer bits = ByteBuffer.wrap(random);
        long time = (clock.millis() << 16) | 0x7000L;
        List<UUID> ids = new ArrayList<>(count);
        for (int made = 0; made < count; made++) {
            ids.add(new UUID(time | (bits.getLong() & 0xFFFL), variant(bits.getLong())));
        }
        return ids;
    }

    private static long variant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }

    /**
     * The UUID of version 8 (RFC 9562, 5.8) that follows from a namespace and a name: the first 122 bits of their SHA-256. The same
     * two always give the same id, which makes a step that is done again the same step.
     */
    public static UUID derived(String namespace, String name) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(namespace.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        return new UUID(high, variant(hash.getLong()));
    }
}
