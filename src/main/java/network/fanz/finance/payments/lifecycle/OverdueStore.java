package network.fanz.finance.payments.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.PaymentState;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments that have stood in one state for too long. */
@Component
class OverdueStore {
    private final JdbcClient jdbc;

    OverdueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since when it came into its state */
    record OverduePayment(UUID payment, PaymentState state, Instant since, Money price) {}

    /**
     * Takes those for which nobody was called yet. Only payments on the job's list are looked at, and those are few.
     *
     * @param openSince the same for a checkout that waits for its buyer, who has time of their own
     */
    List<OverduePayment> takeOverdue(Instant since, Instant openSince, Instant now, int limit) {
        return jdbc.sql("""
                with overdue as (
                  select id, version, state, updated_at, asset, price from payments.payment p
                   where next_attempt_at is not null and state <> 'DECLINED'
                     and updated_at < case state when 'AUTHORISING' then :openSince::timestamptz else :since::timestamptz end
                     and not exists (select from payments.overdue_call c where c.payment = p.id and c.version = p.version)
                   order by updated_at limit :limit),
                called as (
                  insert into payments.overdue_call (payment, version, called_at) select id, version, :now from overdue
                  on conflict do nothing returning payment)
                select o.* from overdue o join called c on c.payment = o.id""")
                .param("since", Columns.utc(since))
                .param("openSince", Columns.utc(openSince))
                .param("now", Columns.utc(now))
                .param("limit", limit)
                .query((row, number) -> new OverduePayment(
                        row.getObject("id", UUID.class),
                        PaymentState.valueOf(row.getString("state")),
                        Columns.instant(row, "updated_at"),
                        new Money(Asset.of(row.getString("asset")), Columns.units(row, "price"))))
                .list();
    }
}
