package network.fanz.finance.payments.reports;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.finance.payments.PaymentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over payments, by the times at which the ledger booked them. */
@Component
class FinancialReportStore {
    private final JdbcClient jdbc;

    FinancialReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Revenue revenue(@Nullable PaymentKind kind, Asset asset, Period period) {
        return jdbc.sql("""
                select count(*) filter (where sign = 1) as payments, count(*) filter (where sign = -1) as refunds,
                       coalesce(sum(sign * price), 0) as gross, coalesce(sum(sign * fee), 0) as fees,
                       coalesce(sum(sign * share), 0) as shares
                  from (select 1 as sign, kind, asset, price, fee, share from payments.payment
                         where posted_at >= :from and posted_at < :to
                        union all
                        select -1, kind, asset, price, fee, share from payments.payment
                         where reversed_at >= :from and reversed_at < :to) booked
                 where asset = :asset and kind = coalesce(:kind, kind)""")
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .param("asset", asset.toString())
                .param("kind", kind == null ? null : kind.code(), java.sql.Types.VARCHAR)
                .query((row, number) -> new Revenue(
                        kind,
                        period,
                        row.getLong("payments"),
                        row.getLong("refunds"),
                        money(asset, row, "gross"),
                        money(asset, row, "fees"),
                        money(asset, row, "shares")))
                .single();
    }

    TransactionVolume volume(Asset asset, Period period) {
        return jdbc.sql("""
                select count(*) as payments, coalesce(sum(price), 0) as amount, div(sum(price), nullif(count(*), 0)) as average
                  from payments.payment where asset = ? and posted_at >= ? and posted_at < ?""")
                .params(asset.toString(), utc(period.from()), utc(period.to()))
                .query((row, number) -> new TransactionVolume(
                        period, row.getLong("payments"), money(asset, row, "amount"), average(asset, row)))
                .single();
    }

    CreatorEarnings earnings(Asset asset, Period period) {
        return jdbc.sql("""
                select creators, total,
                       div(total, nullif(creators, 0)) - (mod(total, nullif(creators, 0)) < 0)::int as average
                  from (select count(distinct seller) filter (where sign = 1) as creators,
                               coalesce(sum(sign * share), 0) as total
                  from (select 1 as sign, seller, asset, share from payments.payment
                         where posted_at >= :from and posted_at < :to
                        union all
                        select -1, seller, asset, share from payments.payment
                         where reversed_at >= :from and reversed_at < :to) booked
                 where asset = :asset) summed""")
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .param("asset", asset.toString())
                .query((row, number) -> new CreatorEarnings(
                        period, row.getLong("creators"), money(asset, row, "total"), average(asset, row)))
                .single();
    }

    private static Money money(Asset asset, ResultSet row, String column) throws SQLException {
        return new Money(asset, row.getBigDecimal(column).toBigIntegerExact());
    }

    private static @Nullable Money average(Asset asset, ResultSet row) throws SQLException {
        BigDecimal average = row.getBigDecimal("average");
        return average == null ? null : new Money(asset, average.toBigIntegerExact());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
