package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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

    private static final String SETTLED_AND_REFUNDED = SETTLED + """
            union all
            select 'refund', id, refunded_at, -%1$s from analytics.payment
            where generation = :generation and asset = :asset and refunded_at >= :from and refunded_at < :to
            """;

    /** Whoever was paid after the period's end too has an earlier payment in it, which is looked for among the payments. */
    private static final String CREATORS = """
            select 'creator' as kind, seller as id, last_at as at, cast(null as numeric) as amount from analytics.creator
            where generation = :generation and asset = :asset and last_at >= :from and last_at < :to
            union all
            select 'creator', seller, max(settled_at), cast(null as numeric) from analytics.payment
            where generation = :generation and asset = :asset and settled_at >= :from and settled_at < :to
              and seller in (select seller from analytics.creator where generation = :generation and asset = :asset and last_at >= :to)
            group by seller
            """;

    private static final String ALERTS = """
            select 'alert' as kind, id, opened_at as at, cast(null as numeric) as amount from analytics.alert
            where generation = :generation and opened_at < :to and closed_at is null
            union all
            select 'alert', id, opened_at, cast(null as numeric) from analytics.alert
            where generation = :generation and opened_at < :to and closed_at >= :to
            """;

    private final JdbcClient database;

    FigureRowStore(JdbcClient database) {
        this.database = database;
    }

    /** Where a page begins: behind this row. */
    record FigureRowCursor(Instant at, UUID id) {}

    /** The rows of a figure: of one generation, in one asset, over one period. */
    record FigureRowSource(Metric metric, int generation, Asset asset, Period period) {}

    List<FigureRow> rows(FigureRowSource source, FigureRowCursor figureRowCursor, int limit) {
        return statement(source, "where (at, id) < (:markAt, :markId) order by at desc, id desc limit :limit")
                .param("markAt", Columns.utc(figureRowCursor.at()))
                .param("markId", figureRowCursor.id())
                .param("limit", limit)
                .query((row, number) -> read(row, source.asset()))
                .list();
    }

    /** All rows through one cursor; the caller's transaction holds the snapshot. */
    void forEach(FigureRowSource source, Consumer<FigureRow> reader) {
        statement(source, "order by at desc, id desc").withFetchSize(FETCH).query(row -> {
            reader.accept(read(row, source.asset()));
        });
    }

    private StatementSpec statement(FigureRowSource source, String order) {
        return database.sql("select * from (" + of(source.metric()) + ") fact " + order)
                .param("generation", source.generation())
                .param("asset", source.asset().toString())
                .param("from", Columns.utc(source.period().from()))
                .param("to", Columns.utc(source.period().to()));
    }

    private static String of(Metric metric) {
        return switch (metric) {
            case REVENUE -> SETTLED_AND_REFUNDED.formatted("fee");
            case AVERAGE_EARNINGS -> SETTLED_AND_REFUNDED.formatted("share");
            case TRANSACTIONS -> SETTLED.formatted("cast(null as numeric)");
            case AVERAGE_VALUE, VOLUME -> SETTLED.formatted("price");
            case VERIFIED_ACCOUNTS -> """
                select 'account' as kind, id, verified_at as at, cast(null as numeric) as amount
                from analytics.verified_account where generation = :generation and verified_at < :to
                """;
            case DAILY_ACTIVE_USERS -> """
                select 'account' as kind, account as id, first_at as at, cast(null as numeric) as amount
                from analytics.activity where generation = :generation and first_at >= :from and first_at < :to
                """;
            case ACTIVE_CREATORS -> CREATORS;
            case OPEN_ALERTS -> ALERTS;
        };
    }

    private static FigureRow read(ResultSet row, Asset asset) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new FigureRow(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                amount == null ? null : new Money(asset, amount.toBigIntegerExact()));
    }
}
