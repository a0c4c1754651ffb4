package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows behind the figures, newest first. */
@Component
class FigureRowStore {
    private static final int FETCH = 2_000;

    private static final String SETTLED = """
            select 'payment' as kind, id, settled_at as at, %s as amount from analytics.payment
            where generation = :generation and asset = :asset and settled_at >= :from and settled_at < :to
            """;

    private static final String REFUNDED = """
            select 'refund' as kind, id, refunded_at as at, -%s as amount from analytics.payment
            where generation = :generation and asset = :asset and refunded_at >= :from and refunded_at < :to
            """;

    private static final String VERIFIED = """
            select 'account' as kind, id, verified_at as at, cast(null as numeric) as amount
            from analytics.verified_account where generation = :generation and verified_at < :to
            """;

    private static final String ACTIVE = """
            select 'account' as kind, account as id, first_at as at, cast(null as numeric) as amount
            from analytics.activity where generation = :generation and first_at >= :from and first_at < :to
            """;

    private static final String CREATORS = """
            select 'creator' as kind, seller as id, last_at as at, cast(null as numeric) as amount from analytics.creator
            where generation = :generation and asset = :asset and last_at >= :from and last_at < :to
            """;

    /** Whoever was paid after the period's end too has an earlier payment in it, which is looked for among the payments. */
    private static final String CREATORS_PAID_LATER_TOO = """
            select 'creator' as kind, seller as id, max(settled_at) as at, cast(null as numeric) as amount from analytics.payment
            where generation = :generation and asset = :asset and settled_at >= :from and settled_at < :end
              and seller in (select seller from analytics.creator where generation = :generation and asset = :asset and last_at >= :end)
            group by seller
            """;

    private static final String ALERTS = """
            select 'alert' as kind, id, opened_at as at, cast(null as numeric) as amount from analytics.alert
            where generation = :generation and opened_at < :to and closed_at is null
            """;

    private static final String ALERTS_CLOSED_LATER = """
            select 'alert' as kind, id, opened_at as at, cast(null as numeric) as amount from analytics.alert
            where generation = :generation and opened_at < :to and closed_at >= :end
            """;

    private static final String WORKS = """
            select 'work_release' as kind, id, %1$s as at, %2$s as amount from analytics.work
            where generation = :generation and %1$s >= :from and %1$s < :to and %3$s
            """;

    private static final String DECIDED = "cast(case when decided_at < :end then 1 else 0 end as numeric)";

    private static final String VIEWED = """
            select 'views' as kind, id, hour as at, cast(views as numeric) as amount from analytics.viewed
            where generation = :generation and hour >= :from and hour < :to
            """;

    /** A page of one kind of row; each is read by its own index and no further than the page. */
    private static final String PAGE = """
            (select * from (%s) kind_of_row where (at, id) < (:markAt, :markId) order by at desc, id desc limit :limit)
            """;

    private final JdbcClient database;

    FigureRowStore(JdbcClient database) {
        this.database = database;
    }

    /** Where a page begins: behind this row. */
    record FigureRowCursor(Instant at, UUID id) {}

    /** The rows of a figure: of one generation, in one asset, over one period. */
    record FigureRowSource(Metric metric, int generation, Asset asset, Period period) {}

    List<FigureRow> rows(FigureRowSource source, FigureRowCursor cursor, int limit) {
        String sql = of(source.metric()).stream()
                .map(PAGE::formatted)
                .collect(Collectors.joining("union all ", "select * from (", ") page "));
        // A scan may begin at the period's end and not at the mark, so for it the period ends there.
        Instant behindMark = cursor.at().plus(1, ChronoUnit.MICROS);
        Instant to = source.period().to();
        return statement(
                        sql + "order by at desc, id desc limit :limit",
                        source,
                        behindMark.isBefore(to) ? behindMark : to)
                .param("markAt", Columns.utc(cursor.at()))
                .param("markId", cursor.id())
                .param("limit", limit)
                .query((row, number) -> read(row, source))
                .list();
    }

    /** All rows through one cursor; the caller's transaction holds the snapshot. */
    void forEach(FigureRowSource source, Consumer<FigureRow> reader) {
        String sql = String.join("union all\n", of(source.metric()));
        statement(sql + "order by at desc, id desc", source, source.period().to())
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.accept(read(row, source));
                });
    }

    private StatementSpec statement(String sql, FigureRowSource source, Instant to) {
        return database.sql(sql)
                .param("generation", source.generation())
                .param("asset", source.asset().toString())
                .param("from", Columns.utc(source.period().from()))
                .param("to", Columns.utc(to))
                .param("end", Columns.utc(source.period().to()));
    }

    /** The kinds of row that make a figure up. */
    private static List<String> of(Metric metric) {
        return switch (metric) {
            case REVENUE -> List.of(SETTLED.formatted("fee"), REFUNDED.formatted("fee"));
            case AVERAGE_EARNINGS -> List.of(SETTLED.formatted("share"), REFUNDED.formatted("share"));
            case TRANSACTIONS -> List.of(SETTLED.formatted("cast(null as numeric)"));
            case AVERAGE_VALUE, VOLUME -> List.of(SETTLED.formatted("price"));
            case VERIFIED_ACCOUNTS -> List.of(VERIFIED);
            case DAILY_ACTIVE_USERS -> List.of(ACTIVE);
            case ACTIVE_CREATORS -> List.of(CREATORS, CREATORS_PAID_LATER_TOO);
            case OPEN_ALERTS -> List.of(ALERTS, ALERTS_CLOSED_LATER);
            case WORKS_PUBLISHED -> List.of(WORKS.formatted("published_at", "cast(null as numeric)", "true"));
            case SHARE_DECIDED -> List.of(WORKS.formatted("received_at", DECIDED, "true"));
            case DECISION_MEDIAN, DECISION_P95 ->
                List.of(WORKS.formatted("decided_at", WorkDecisionStore.MINUTES, "received_at is not null"));
            case VIEWS -> List.of(VIEWED);
        };
    }

    private static FigureRow read(ResultSet row, FigureRowSource source) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        boolean money = source.metric().unit() == Metric.MetricUnit.MONEY;
        return new FigureRow(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                amount == null || !money ? null : new Money(source.asset(), amount.toBigIntegerExact()),
                amount == null || money ? null : amount.longValueExact());
    }
}
