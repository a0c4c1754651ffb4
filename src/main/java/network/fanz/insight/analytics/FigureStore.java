package network.fanz.insight.analytics;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import network.fanz.common.Asset;
import network.fanz.common.Period;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads sums and counts of one generation. Days are UTC days, and periods begin with one. A period that ends within a day counts the
 * day's sum less what the day's facts from its end on come to: usually there are none.
 */
@Component
class FigureStore {
    /** What a number that grows and shrinks from day to day counts, with the facts that change it within a day. */
    enum CountedThing {
        VERIFIED(
                "select min(verified_at) from analytics.verified_account where generation = :generation",
                "select count(*) from analytics.verified_account "
                        + "where generation = :generation and verified_at >= :from and verified_at < :to"),
        ACTIVE(
                "select min(first_at) from analytics.activity where generation = :generation",
                "select count(*) from analytics.activity "
                        + "where generation = :generation and first_at >= :from and first_at < :to"),
        ALERTS("select min(opened_at) from analytics.alert where generation = :generation", """
                select (select count(*) from analytics.alert
                        where generation = :generation and opened_at >= :from and opened_at < :to)
                  - (select count(*) from analytics.alert
                     where generation = :generation and closed_at is not null and closed_at >= :from and closed_at < :to)
                """),
        PUBLISHED(
                "select min(published_at) from analytics.work where generation = :generation",
                "select count(*) from analytics.work "
                        + "where generation = :generation and published_at >= :from and published_at < :to"),
        VIEWS(
                "select min(hour) from analytics.viewed where generation = :generation",
                "select coalesce(sum(views), 0) from analytics.viewed "
                        + "where generation = :generation and hour >= :from and hour < :to");

        private final String first;
        private final String within;

        CountedThing(String first, String within) {
            this.first = first;
            this.within = within;
        }
    }

    private static final String SUMS = """
            sum(payments) as payments, sum(volume) as volume, sum(fees) as fees, sum(shares) as shares,
            sum(fees_returned) as fees_returned, sum(shares_returned) as shares_returned
            """;

    private static final String DAYS = """
            select day, kind, payments, volume, fees, shares, fees_returned, shares_returned from analytics.payment_day
            where generation = :generation and asset = :asset and day >= :first and day <= :last
            """;

    /** A payment counts at the moment it settles, and against that at the moment it is given back. */
    private static final String WITHIN = "select kind, " + SUMS + """
            from (select kind, 1 as payments, price as volume, fee as fees, share as shares, 0 as fees_returned, 0 as shares_returned
                  from analytics.payment
                  where generation = :generation and asset = :asset and settled_at >= :from and settled_at < :to
                  union all
                  select kind, 0, 0, 0, 0, fee, share from analytics.payment
                  where generation = :generation and asset = :asset and refunded_at >= :from and refunded_at < :to) movement
            group by kind
            """;

    /** The bits of the years' days that lie in the period's whole days, and those who were paid in the day that it ends in. */
    private static final String CREATORS = """
            select count(*) from (
              select y.seller from analytics.creator_year y
              join (select extract(year from day)::int as year, bit_or(set_bit(0::bit(366), extract(doy from day)::int - 1, 1)) as days
                    from (select :first::date + number as day from generate_series(0, :wholeDays - 1) number) whole
                    group by 1) period
                on period.year = y.year and (y.days & period.days) <> 0::bit(366)
              where y.generation = :generation and y.asset = :asset
              union
              select seller from analytics.creator_day
              where generation = :generation and asset = :asset and day = :last and first_at < :to) paid
            """;

    private final JdbcClient database;

    FigureStore(JdbcClient database) {
        this.database = database;
    }

    /** What payments of a kind come to on a day. */
    record KindOfDay(LocalDate day, String kind, PaymentTotals totals) {}

    List<KindOfDay> paymentDays(int generation, Asset asset, Period period) {
        LocalDate last = lastDay(period);
        List<KindOfDay> days = new ArrayList<>(database.sql(DAYS)
                .param("generation", generation)
                .param("asset", asset.toString())
                .param("first", firstDay(period))
                .param("last", last)
                .query((row, number) ->
                        new KindOfDay(row.getObject("day", LocalDate.class), row.getString("kind"), totals(row)))
                .list());
        // What comes after the period's end, taken off.
        behind(database.sql(WITHIN).param("asset", asset.toString()), generation, period)
                .query((row, number) ->
                        new KindOfDay(last, row.getString("kind"), totals(row).negated()))
                .list()
                .forEach(days::add);
        return days;
    }

    /** Distinct creators on each day. */
    Map<LocalDate, Long> creatorsByDay(int generation, Asset asset, Period period) {
        NavigableMap<LocalDate, Long> days = changes(generation, "CREATORS", asset.toString(), period);
        long later = database.sql("""
                        select count(*) from analytics.creator_day
                        where generation = :generation and asset = :asset and day = :last and first_at >= :to
                        """)
                .param("generation", generation)
                .param("asset", asset.toString())
                .param("last", lastDay(period))
                .param("to", Columns.utc(period.to()))
                .query(Long.class)
                .single();
        days.merge(lastDay(period), -later, Long::sum);
        return days;
    }

    /** Distinct creators in the whole period. */
    long creators(int generation, Asset asset, Period period) {
        LocalDate first = firstDay(period);
        return database.sql(CREATORS)
                .param("generation", generation)
                .param("asset", asset.toString())
                .param("first", first)
                .param("wholeDays", Math.toIntExact(lastDay(period).toEpochDay() - first.toEpochDay()))
                .param("last", lastDay(period))
                .param("to", Columns.utc(period.to()))
                .query(Long.class)
                .single();
    }

    /** By how much the number grew or shrank on each day of the period. */
    NavigableMap<LocalDate, Long> changesIn(int generation, CountedThing thing, Period period) {
        NavigableMap<LocalDate, Long> days = changes(generation, thing.name(), "", period);
        long later = behind(database.sql(thing.within), generation, period)
                .query(Long.class)
                .single();
        days.merge(lastDay(period), -later, Long::sum);
        return days;
    }

    /** What the number had grown to before the period's first day. */
    long before(int generation, CountedThing thing, Period period) {
        return database.sql("""
                        select coalesce(sum(change), 0) from analytics.count_day
                        where generation = :generation and what = :what and asset = '' and day < :first
                        """)
                .param("generation", generation)
                .param("what", thing.name())
                .param("first", firstDay(period))
                .query(Long.class)
                .single();
    }

    private NavigableMap<LocalDate, Long> changes(int generation, String what, String asset, Period period) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        database.sql("""
                        select day, change from analytics.count_day
                        where generation = :generation and what = :what and asset = :asset and day >= :first and day <= :last
                        """)
                .param("generation", generation)
                .param("what", what)
                .param("asset", asset)
                .param("first", firstDay(period))
                .param("last", lastDay(period))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("change"));
                });
        return days;
    }

    Optional<Instant> firstPayment(int generation, Asset asset) {
        return first(database.sql(
                        "select min(settled_at) from analytics.payment where generation = :generation and asset = :asset")
                .param("generation", generation)
                .param("asset", asset.toString()));
    }

    Optional<Instant> first(int generation, CountedThing thing) {
        return first(database.sql(thing.first).param("generation", generation));
    }

    private static Optional<Instant> first(StatementSpec statement) {
        return statement.query((row, number) -> Optional.ofNullable(at(row))).single();
    }

    private static @Nullable Instant at(ResultSet row) throws SQLException {
        return Columns.instantOrNull(row, 1);
    }

    /** For what lies between the period's end and the end of the day that it ends in. */
    private static StatementSpec behind(StatementSpec statement, int generation, Period period) {
        return statement
                .param("generation", generation)
                .param("from", Columns.utc(period.to()))
                .param("to", lastDay(period).plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private static LocalDate firstDay(Period period) {
        return LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
    }

    /** The day that the period ends in. */
    private static LocalDate lastDay(Period period) {
        return LocalDate.ofInstant(period.to().minusNanos(1), ZoneOffset.UTC);
    }

    private static PaymentTotals totals(ResultSet row) throws SQLException {
        return new PaymentTotals(
                row.getLong("payments"),
                0,
                integer(row, "volume"),
                integer(row, "fees"),
                integer(row, "shares"),
                integer(row, "fees_returned"),
                integer(row, "shares_returned"));
    }

    private static BigInteger integer(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
