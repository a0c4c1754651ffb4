package network.fanz.insight.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind the figures, newest first. */
@Component
class FigureRowStore {
    private static final String SETTLED = """
            select 'payment' as kind, id, settled_at as at, %s as amount from analytics.payment
            where asset = :asset and settled_at >= :from and settled_at < :to
            """;

    private static final String SETTLED_AND_REFUNDED = SETTLED + """
            union all
            select 'refund', id, refunded_at, -%1$s from analytics.payment
            where asset = :asset and refunded_at >= :from and refunded_at < :to
            """;

    private final JdbcClient database;

    FigureRowStore(JdbcClient database) {
        this.database = database;
    }

    /** Where a page begins: behind this row. */
    record FigureRowCursor(Instant at, UUID id) {}

    List<FigureRow> rows(Metric metric, Asset asset, Period period, FigureRowCursor figureRowCursor, int limit) {
        return database.sql("select * from (" + of(metric) + """
                        ) fact
                        where (at, id) < (:markAt, :markId) order by at desc, id desc limit :limit
                        """)
                .param("asset", asset.toString())
                .param("from", FigureStore.utc(period.from()))
                .param("to", FigureStore.utc(period.to()))
                .param("markAt", FigureStore.utc(figureRowCursor.at()))
                .param("markId", figureRowCursor.id())
                .param("limit", limit)
                .query((row, number) -> read(row, asset))
                .list();
    }

    private static String of(Metric metric) {
        return switch (metric) {
            case REVENUE -> SETTLED_AND_REFUNDED.formatted("fee");
            case AVERAGE_EARNINGS -> SETTLED_AND_REFUNDED.formatted("share");
            case TRANSACTIONS -> SETTLED.formatted("cast(null as numeric)");
            case AVERAGE_VALUE, VOLUME -> SETTLED.formatted("price");
            case VERIFIED_ACCOUNTS -> """
                select 'account' as kind, id, verified_at as at, cast(null as numeric) as amount
                from analytics.verified_account where verified_at < :to
                """;
            case DAILY_ACTIVE_USERS -> """
                select 'account' as kind, account as id, first_at as at, cast(null as numeric) as amount
                from analytics.activity where first_at >= :from and first_at < :to
                """;
            case ACTIVE_CREATORS -> """
                select 'creator' as kind, seller as id, max(settled_at) as at, cast(null as numeric) as amount
                from analytics.payment where asset = :asset and settled_at >= :from and settled_at < :to group by seller
                """;
            case OPEN_ALERTS -> """
                select 'alert' as kind, id, opened_at as at, cast(null as numeric) as amount
                from analytics.alert where opened_at < :to and (closed_at is null or closed_at >= :to)
                """;
        };
    }

    private static FigureRow read(ResultSet row, Asset asset) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new FigureRow(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                amount == null ? null : new Money(asset, amount.toBigIntegerExact()));
    }
}
