package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.common.Period;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of works, and how long they waited. Neither can be added up from days, so the period's works are looked at. */
@Component
class WorkDecisionStore {
    /** How long a work waited, in whole minutes. */
    static final String MINUTES =
            "cast(floor(extract(epoch from greatest(decided_at - received_at, interval '0')) / 60) as numeric)";

    private static final String WAITED = """
            select day, percentile_disc(:share) within group (order by minutes) as value
            from (select (decided_at at time zone 'UTC')::date as day, %s as minutes from analytics.work
                  where generation = :generation and decided_at >= :from and decided_at < :to and received_at is not null) decided
            group by grouping sets ((day), ())
            """.formatted(MINUTES);

    private static final String DECIDED = """
            select day, trunc(100.0 * count(*) filter (where is_decided) / nullif(count(*), 0)) as value
            from (select (received_at at time zone 'UTC')::date as day, coalesce(decided_at < :to, false) as is_decided from analytics.work
                  where generation = :generation and received_at >= :from and received_at < :to) begun
            group by grouping sets ((day), ())
            """;

    private final JdbcClient database;

    WorkDecisionStore(JdbcClient database) {
        this.database = database;
    }

    /** @param whole of the period; null if it has no works, and days without one are missing */
    record DecisionValues(@Nullable BigInteger whole, Map<LocalDate, BigInteger> days) {}

    Optional<Instant> firstReceived(int generation) {
        return first("received_at", generation);
    }

    Optional<Instant> firstDecided(int generation) {
        return first("decided_at", generation);
    }

    /** The minutes than which this share of the period's decisions took no longer. */
    DecisionValues waited(int generation, Period period, BigDecimal share) {
        return values(database.sql(WAITED).param("share", share.doubleValue()), generation, period);
    }

    /** Percent of the works begun in the period that were decided by its end. */
    DecisionValues decided(int generation, Period period) {
        return values(database.sql(DECIDED), generation, period);
    }

    private static DecisionValues values(JdbcClient.StatementSpec sql, int generation, Period period) {
        Map<LocalDate, BigInteger> days = new TreeMap<>();
        AtomicReference<@Nullable BigInteger> whole = new AtomicReference<>();
        sql.param("generation", generation)
                .param("from", Columns.utc(period.from()))
                .param("to", Columns.utc(period.to()))
                .query(row -> {
                    BigInteger value = value(row);
                    LocalDate day = row.getObject("day", LocalDate.class);
                    if (day == null) {
                        whole.set(value);
                    } else if (value != null) {
                        days.put(day, value);
                    }
                });
        return new DecisionValues(whole.get(), days);
    }

    private static @Nullable BigInteger value(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return value == null ? null : value.toBigIntegerExact();
    }

    private Optional<Instant> first(String column, int generation) {
        return database.sql("select min(%s) as first from analytics.work where generation = ?".formatted(column))
                .param(generation)
                .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "first")))
                .single();
    }
}
