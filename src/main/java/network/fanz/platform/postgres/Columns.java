package network.fanz.platform.postgres;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a column's value is read and a parameter is given where JDBC has no type of ours. */
public final class Columns {
    private Columns() {}

    /** A {@code timestamptz} that is not null. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A {@code timestamptz} that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A whole {@code numeric} that is not null. Most have fewer than 19 digits, and those are read much faster. */
    public static BigInteger units(ResultSet row, int column) throws SQLException {
        return units(row.getString(column));
    }

    /** A whole {@code numeric} that is not null. */
    public static BigInteger units(ResultSet row, String column) throws SQLException {
        return units(row.getString(column));
    }

    private static BigInteger units(String digits) {
        return digits.length() < 19 ? BigInteger.valueOf(Long.parseLong(digits)) : new BigInteger(digits);
    }

    /** A {@code timestamptz} parameter. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
