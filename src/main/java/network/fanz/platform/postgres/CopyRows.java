package network.fanz.platform.postgres;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for {@code COPY ... FROM STDIN (FORMAT binary)}, in the layout of PostgreSQL's documentation ("COPY", Binary Format). For many
 * rows it costs the server and the write-ahead log a fraction of what inserts do.
 *
 * <p>Columns are added from left to right, each by the method of its type; a row begins with {@link #row}.
 */
public final class CopyRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] JSONB_VERSION = {1};
    private static final int START = 16 * 1024;
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int DIGITS_MAX = 32;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;

    private final int columns;
    private final short[] digits = new short[DIGITS_MAX];
    private byte[] bytes = Arrays.copyOf(HEADER, START);
    private int length = HEADER.length;

    /** @param columns how many columns every row has */
    public CopyRows(int columns) {
        this.columns = columns;
    }

    public CopyRows row() {
        return put16(columns);
    }

    public CopyRows nullValue() {
        return put32(-1);
    }

    public CopyRows int2(int value) {
        return put32(Short.BYTES).put16(value);
    }

    public CopyRows int4(int value) {
        return put32(Integer.BYTES).put32(value);
    }

    public CopyRows int8(long value) {
        return put32(Long.BYTES).put64(value);
    }

    public CopyRows uuid(@Nullable UUID value) {
        return value == null
                ? nullValue()
                : put32(16).put64(value.getMostSignificantBits()).put64(value.getLeastSignificantBits());
    }

    public CopyRows bool(boolean value) {
        return put32(1).put(new byte[] {(byte) (value ? 1 : 0)});
    }

    public CopyRows bytea(byte[] value) {
        return put32(value.length).put(value);
    }

    public CopyRows text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param utf8 a JSON text */
    public CopyRows jsonb(byte[] utf8) {
        return put32(1 + utf8.length).put(JSONB_VERSION).put(utf8);
    }

    /** In whole microseconds. */
    public CopyRows timestamptz(@Nullable Instant value) {
        return value == null
                ? nullValue()
                : int8((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    /** A whole number of at most 128 digits, in groups of four digits as the server keeps them. */
    public CopyRows numeric(BigInteger value) {
        int groups = value.bitLength() < Long.SIZE - 1 ? groups(Math.abs(value.longValue())) : groups(value.abs());
        put32(4 * Short.BYTES + groups * Short.BYTES);
        put16(groups).put16(groups == 0 ? 0 : groups - 1).put16(value.signum() < 0 ? NEGATIVE : POSITIVE);
        put16(0);
        for (int group = groups - 1; group >= 0; group--) {
            put16(digits[group]);
        }
        return this;
    }

    private int groups(long magnitude) {
        int groups = 0;
        for (long rest = magnitude; rest != 0; rest /= 10_000) {
            digits[groups++] = (short) (rest % 10_000);
        }
        return groups;
    }

    private int groups(BigInteger magnitude) {
        int groups = 0;
        for (BigInteger rest = magnitude; rest.signum() != 0; groups++) {
            BigInteger[] divided = rest.divideAndRemainder(BASE);
            digits[groups] = divided[1].shortValue();
            rest = divided[0];
        }
        return groups;
    }

    /**
     * Sends all rows in the connection's transaction.
     *
     * @param copy the statement, with its columns in the order in which they were added
     */
    public void writeTo(Connection connection, String copy) throws SQLException {
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        put16(-1);
        try {
            in.writeToCopy(bytes, 0, length);
            in.endCopy();
        } finally {
            length -= Short.BYTES;
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private CopyRows put16(int value) {
        ensureCapacity(Short.BYTES);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private CopyRows put32(int value) {
        return put16(value >>> 16).put16(value);
    }

    private CopyRows put64(long value) {
        return put32((int) (value >>> 32)).put32((int) value);
    }

    private CopyRows put(byte[] value) {
        ensureCapacity(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    private void ensureCapacity(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
