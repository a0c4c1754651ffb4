package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import network.fanz.common.Asset;
import network.fanz.common.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums and counts off the facts. Days are UTC days. */
@Component
class FigureStore {
    private final JdbcClient database;

    FigureStore(JdbcClient database) {
        this.database = database;
    }

    /** What payments of one asset come to on a day, or in a period. */
    record PaymentTotals(
            long payments,
            long creators,
            BigInteger volume,
            BigInteger fees,
            BigInteger shares,
            BigInteger feesReturned,
            BigInteger sharesReturned) {
        static final PaymentTotals NONE = new PaymentTotals(
                0, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        BigInteger revenue() {
            return fees.subtract(feesReturned);
        }

        BigInteger earnings() {
            return shares.subtract(sharesReturned);
        }
    }

    private static final String TOTALS = """
            count(*) filter (where direction = 1) as payments,
            count(distinct seller) filter (where direction = 1) as creators,
            coalesce(sum(price) filter (where direction = 1), 0) as volume,
            coalesce(sum(fee) filter (where direction = 1), 0) as fees,
            coalesce(sum(share) filter (where direction = 1), 0) as shares,
            coalesce(sum(fee) filter (where direction = -1), 0) as fees_returned,
            coalesce(sum(share) filter (where direction = -1), 0) as shares_returned
            """;

    /** A payment counts at the moment it settles, and against that at the moment it is given back. */
    private static final String MOVEMENTS = """
            (select settled_at as at, 1 as direction, kind, seller, price, fee, share from analytics.payment
             where asset = :asset and settled_at >= :from and settled_at < :to
             union all
             select refunded_at, -1, kind, seller, price, fee, share from analytics.payment
             where asset = :asset and refunded_at >= :from and refunded_at < :to) movement
            """;

    PaymentTotals totals(Asset asset, Period period) {
        return database.sql("select " + TOTALS + " from " + MOVEMENTS)
                .param("asset", asset.toString())
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .query((row, number) -> totals(row))
                .single();
    }

    Map<LocalDate, PaymentTotals> totalsByDay(Asset asset, Period period) {
        Map<LocalDate, PaymentTotals> days = new TreeMap<>();
        database.sql("select (at at time zone 'UTC')::date as day, " + TOTALS + " from " + MOVEMENTS + " group by 1")
                .param("asset", asset.toString())
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), totals(row));
                });
        return days;
    }

    Map<String, BigInteger> revenueByKind(Asset asset, Period period) {
        Map<String, BigInteger> kinds = new TreeMap<>();
        database.sql("select kind, sum(direction * fee) as revenue from " + MOVEMENTS + " group by kind")
                .param("asset", asset.toString())
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .query(row -> {
                    kinds.put(row.getString("kind"), integer(row.getBigDecimal("revenue")));
                });
        return kinds;
    }

    Optional<Instant> firstPayment(Asset asset) {
        return instant(database.sql("select min(settled_at) as first from analytics.payment where asset = :asset")
                .param("asset", asset.toString()));
    }

    Optional<Instant> firstVerified() {
        return instant(database.sql("select min(verified_at) as first from analytics.verified_account"));
    }

    Optional<Instant> firstActivity() {
        return instant(database.sql("select min(first_at) as first from analytics.activity"));
    }

    Optional<Instant> firstAlert() {
        return instant(database.sql("select min(opened_at) as first from analytics.alert"));
    }

    /** By how many the verified accounts grew each day, all days up to an end: their sum is how many there are at that end. */
    NavigableMap<LocalDate, Long> verifiedUntil(Instant end) {
        return changes("select verified_at as at, 1 as change from analytics.verified_account", end);
    }

    /** By how many the open alerts grew or shrank each day, all days up to an end. */
    NavigableMap<LocalDate, Long> openAlertsUntil(Instant end) {
        return changes("""
                select opened_at as at, 1 as change from analytics.alert
                union all
                select greatest(opened_at, closed_at), -1 from analytics.alert where closed_at is not null
                """, end);
    }

    private NavigableMap<LocalDate, Long> changes(String movements, Instant end) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        database.sql("select (at at time zone 'UTC')::date as day, sum(change) as change from (" + movements
                        + ") movement where at < :end group by 1")
                .param("end", utc(end))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("change"));
                });
        return days;
    }

    Map<LocalDate, Long> activeByDay(Period period) {
        Map<LocalDate, Long> days = new TreeMap<>();
        database.sql("""
                select day, count(*) as accounts from analytics.activity
                where first_at >= :from and first_at < :to group by day
                """)
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("accounts"));
                });
        return days;
    }

    private static PaymentTotals totals(java.sql.ResultSet row) throws java.sql.SQLException {
        return new PaymentTotals(
                row.getLong("payments"),
                row.getLong("creators"),
                integer(row.getBigDecimal("volume")),
                integer(row.getBigDecimal("fees")),
                integer(row.getBigDecimal("shares")),
                integer(row.getBigDecimal("fees_returned")),
                integer(row.getBigDecimal("shares_returned")));
    }

    private static Optional<Instant> instant(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> Optional.ofNullable(row.getObject("first", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static BigInteger integer(BigDecimal value) {
        return value.toBigIntegerExact();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
