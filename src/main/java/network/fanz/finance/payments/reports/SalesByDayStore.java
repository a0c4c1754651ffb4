package network.fanz.finance.payments.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.DayOfSales;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a creator was paid, day by day. */
@Component
public class SalesByDayStore {
    private final JdbcClient jdbc;

    SalesByDayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days since then on which something was paid that did not go back, oldest first. */
    public List<DayOfSales> since(AccountId seller, Asset asset, Instant since) {
        return jdbc.sql("""
                select (posted_at at time zone 'UTC')::date as day, sum(price) as price, sum(fee) as fee, sum(share) as share
                  from payments.payment
                 where seller = :seller and asset = :asset and posted_at >= :since and state in ('SETTLED', 'REFUND_REFUSED')
                 group by day order by day""")
                .param("seller", seller.value())
                .param("asset", asset.toString())
                .param("since", Columns.utc(since))
                .query((row, number) -> new DayOfSales(
                        row.getObject("day", LocalDate.class),
                        new Money(asset, Columns.units(row, "price")),
                        new Money(asset, Columns.units(row, "fee")),
                        new Money(asset, Columns.units(row, "share"))))
                .list();
    }
}
