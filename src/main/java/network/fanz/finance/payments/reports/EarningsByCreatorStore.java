package network.fanz.finance.payments.reports;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.finance.payments.EarningsOfCreator;
import network.fanz.finance.payments.EarningsSums;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Sums over payments by seller, by the times at which the ledger booked them. The indexes by these times hold what is summed, so that a
 * month is read from them alone.
 */
@Component
class EarningsByCreatorStore {
    private static final int FETCH = 2_000;

    /** One row for each seller; a payment counts when it is booked, and against that when its refund is. */
    private static final String EARNED = """
            with earned as materialized (
              select seller, sum(payments) as payments, sum(fees) as fees, sum(shares) as shares, sum(refunds) as refunds,
                     sum(fees_returned) as fees_returned, sum(shares_returned) as shares_returned,
                     sum(shares) - sum(shares_returned) as net, sum(taken_back) as taken_back,
                     sum(taken_back_gross) as taken_back_gross
                from (select seller, count(*) as payments, sum(fee) as fees, sum(share) as shares, 0 as refunds, 0 as fees_returned,
                             0 as shares_returned, 0 as taken_back, 0 as taken_back_gross
                        from payments.payment where asset = :asset and posted_at >= :from and posted_at < :to group by seller
                      union all
                      select seller, 0, 0, 0, count(*), sum(fee), sum(share), 0, 0
                        from payments.payment where asset = :asset and reversed_at >= :from and reversed_at < :to group by seller
                      union all
                      select seller, 0, 0, 0, 0, 0, 0, count(*), sum(price)
                        from payments.payment
                       where asset = :asset and posted_at >= :from and posted_at < :to
                         and taken_back is not null and state in ('SETTLED', 'REFUND_REFUSED') group by seller) moved
               group by seller)
            """;

    private static final String PAGE = EARNED + """
            select whole.*, page.*
              from (select count(*) as creators, coalesce(sum(payments), 0) as all_payments, coalesce(sum(fees), 0) as all_fees,
                           coalesce(sum(shares), 0) as all_shares, coalesce(sum(refunds), 0) as all_refunds,
                           coalesce(sum(fees_returned), 0) as all_fees_returned,
                           coalesce(sum(shares_returned), 0) as all_shares_returned, coalesce(sum(taken_back), 0) as all_taken_back,
                           coalesce(sum(taken_back_gross), 0) as all_taken_back_gross
                      from earned) whole
              left join (select * from earned where :net::numeric is null or (net, seller) < (:net, :seller::uuid)
                          order by net desc, seller desc limit :max) page on true
             order by net desc, seller desc""";

    private final JdbcClient jdbc;

    EarningsByCreatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A creator's place in the list: what they earned, and who they are. */
    record EarningsCursor(BigInteger net, UUID seller) {}

    /** The sums of all creators, and a stretch of theirs, all as it is at one moment. */
    record EarningsRows(long creators, EarningsSums total, List<EarningsOfCreator> rows) {}

    EarningsRows page(Asset asset, Period period, @Nullable EarningsCursor after, int max) {
        List<EarningsRows> read = new ArrayList<>();
        List<EarningsOfCreator> rows = new ArrayList<>();
        bind(PAGE, asset, period)
                .param("net", after == null ? null : new BigDecimal(after.net()), Types.NUMERIC)
                .param("seller", after == null ? null : after.seller().toString(), Types.VARCHAR)
                .param("max", max)
                .query(row -> {
                    if (read.isEmpty()) {
                        read.add(new EarningsRows(row.getLong("creators"), sums(asset, row, "all_"), rows));
                    }
                    if (row.getObject("seller") != null) {
                        rows.add(ofCreator(asset, row));
                    }
                });
        return read.getFirst();
    }

    /** All of them through one cursor; the caller's transaction holds the snapshot. */
    void forEach(Asset asset, Period period, Consumer<EarningsOfCreator> reader) {
        bind(EARNED + "select * from earned order by net desc, seller desc", asset, period)
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.accept(ofCreator(asset, row));
                });
    }

    private StatementSpec bind(String sql, Asset asset, Period period) {
        return jdbc.sql(sql)
                .param("asset", asset.toString())
                .param("from", Columns.utc(period.from()))
                .param("to", Columns.utc(period.to()));
    }

    private static EarningsOfCreator ofCreator(Asset asset, ResultSet row) throws SQLException {
        return new EarningsOfCreator(new AccountId(row.getObject("seller", UUID.class)), sums(asset, row, ""));
    }

    private static EarningsSums sums(Asset asset, ResultSet row, String prefix) throws SQLException {
        Money fees = new Money(asset, Columns.units(row, prefix + "fees"));
        Money shares = new Money(asset, Columns.units(row, prefix + "shares"));
        Money feesReturned = new Money(asset, Columns.units(row, prefix + "fees_returned"));
        Money sharesReturned = new Money(asset, Columns.units(row, prefix + "shares_returned"));
        return new EarningsSums(
                row.getLong(prefix + "payments"),
                fees.plus(shares),
                fees,
                shares,
                row.getLong(prefix + "refunds"),
                feesReturned.plus(sharesReturned),
                feesReturned,
                sharesReturned,
                fees.minus(feesReturned),
                shares.minus(sharesReturned),
                row.getLong(prefix + "taken_back"),
                new Money(asset, Columns.units(row, prefix + "taken_back_gross")));
    }
}
