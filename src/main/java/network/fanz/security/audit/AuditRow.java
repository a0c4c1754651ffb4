package network.fanz.security.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import network.fanz.common.Sha256;
import org.jspecify.annotations.Nullable;

/** A row of the chain exactly as it is stored, because the hash is over the stored values. */
record AuditRow(
        long seq,
        UUID event,
        Instant at,
        String name,
        @Nullable UUID actor,
        @Nullable UUID onBehalfOf,
        String subject,
        String details,
        byte[] previous,
        byte[] hash) {
    /** The hash before the first entry. */
    static final byte[] GENESIS = new byte[32];

    private static final byte[] VERSION = "fanz.audit.1".getBytes(StandardCharsets.US_ASCII);

    /** The row that follows the given one. */
    static AuditRow following(
            long lastSeq,
            byte[] lastHash,
            UUID event,
            Instant at,
            String name,
            @Nullable UUID actor,
            @Nullable UUID onBehalfOf,
            String subject,
            String details) {
        // The database stores microseconds, and the hash must be over the stored time.
        Instant storedAt = at.truncatedTo(ChronoUnit.MICROS);
        AuditRow open = new AuditRow(
                lastSeq + 1, event, storedAt, name, actor, onBehalfOf, subject, details, lastHash, GENESIS);
        return new AuditRow(
                open.seq, event, storedAt, name, actor, onBehalfOf, subject, details, lastHash, open.computedHash());
    }

    /** Each field follows its length, so that two different rows never have the same bytes. */
    byte[] computedHash() {
        MessageDigest digest = Sha256.newDigest();
        put(digest, VERSION);
        put(digest, number(seq));
        put(digest, previous);
        put(digest, id(event));
        put(digest, number(at.getEpochSecond()));
        put(digest, number(at.getNano()));
        put(digest, text(name));
        put(digest, id(actor));
        put(digest, id(onBehalfOf));
        put(digest, text(subject));
        put(digest, text(details));
        return digest.digest();
    }

    private static void put(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(4).putInt(field.length).flip());
        digest.update(field);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] id(@Nullable UUID id) {
        return id == null
                ? new byte[0]
                : ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }
}
