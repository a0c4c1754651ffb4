package network.fanz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CopyRowsTest {
    private static final String TABLE = """
        create temporary table copied (
          place int4, small int2, large int8, amount numeric(78,0), id uuid, bytes bytea, words text, at timestamptz, json jsonb)""";

    @Test
    void theServerReadsWhatWasWritten() throws Exception {
        List<BigInteger> amounts = amounts();
        CopyRows rows = new CopyRows(9);
        for (int place = 0; place < amounts.size(); place++) {
            rows.row()
                    .int4(place)
                    .int2(-place)
                    .int8(Long.MIN_VALUE + place)
                    .numeric(amounts.get(place))
                    .uuid(place % 2 == 0 ? null : new UUID(place, ~place))
                    .bytea(new byte[place])
                    .text("ünï ✓ " + place)
                    .timestamptz(place % 3 == 0 ? null : time(place))
                    .jsonb(("{\"place\":" + place + "}").getBytes(StandardCharsets.UTF_8));
        }
        try (Connection connection = TestDatabase.empty().asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            rows.writeTo(connection, "copy copied from stdin (format binary)");
            try (ResultSet row = statement.executeQuery("select *, json ->> 'place' from copied order by place")) {
                for (int place = 0; place < amounts.size(); place++) {
                    assertThat(row.next()).isTrue();
                    compare(row, place, amounts.get(place));
                }
                assertThat(row.next()).isFalse();
            }
        }
    }

    private static void compare(ResultSet row, int place, BigInteger amount) throws Exception {
        assertThat(row.getShort(2)).isEqualTo((short) -place);
        assertThat(row.getLong(3)).isEqualTo(Long.MIN_VALUE + place);
        assertThat(row.getBigDecimal(4).toBigIntegerExact()).isEqualTo(amount);
        assertThat(row.getObject(5, UUID.class)).isEqualTo(place % 2 == 0 ? null : new UUID(place, ~place));
        assertThat(row.getBytes(6)).hasSize(place);
        assertThat(row.getString(7)).isEqualTo("ünï ✓ " + place);
        OffsetDateTime at = row.getObject(8, OffsetDateTime.class);
        assertThat(at == null ? null : at.toInstant()).isEqualTo(place % 3 == 0 ? null : time(place));
        assertThat(row.getString(10)).isEqualTo(Integer.toString(place));
    }

    /** Before and after 2000, where the server's own time begins. */
    private static Instant time(int place) {
        return Instant.parse("1999-12-31T23:59:59.999999Z").plusMillis(place % 2 == 0 ? place : -place);
    }

    /** Around every power of ten up to 78 digits, of both signs, and some at random. */
    private static List<BigInteger> amounts() {
        List<BigInteger> amounts = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.valueOf(Long.MIN_VALUE)));
        for (int digits = 0; digits < 78; digits++) {
            BigInteger power = BigInteger.TEN.pow(digits);
            amounts.add(power);
            amounts.add(power.subtract(BigInteger.ONE).negate());
            amounts.add(power.multiply(BigInteger.TEN).subtract(BigInteger.ONE));
        }
        Random random = new Random(78);
        for (int bits = 1; bits < 256; bits++) {
            amounts.add(new BigInteger(bits, random));
        }
        return amounts;
    }
}
