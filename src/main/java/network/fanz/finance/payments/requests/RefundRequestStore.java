package network.fanz.finance.payments.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.RefundRequestCount;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for refunds. */
@Component
public class RefundRequestStore {
    private final JdbcClient jdbc;

    RefundRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the request of a payment that can be given back now. The payment is locked until the transaction ends, so that no refund of it
     * begins, and is told of, before the request is there to follow.
     *
     * @return false if the payment has a request, or cannot be given back
     */
    boolean insert(
            UUID payment, AccountId buyer, AccountId seller, RefundRequestState first, byte[] reason, Instant at) {
        return jdbc.sql("""
                insert into payments.refund_request
                  (payment, buyer, seller, state, reason, asked_at, moved_at, with_finance_since)
                select p.id, :buyer, :seller, :first, :reason, :at, :at, case when :first = 'WITH_FINANCE' then :at end
                  from payments.payment p
                 where p.id = :payment and p.state = 'SETTLED' and p.taken_back is null
                   for share of p
                on conflict do nothing""")
                        .param("payment", payment)
                        .param("buyer", buyer.value())
                        .param("seller", seller.value())
                        .param("first", first.name())
                        .param("reason", reason)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    public Optional<RefundRequestRow> find(UUID payment) {
        return jdbc.sql("select * from payments.refund_request where payment = ?")
                .param(payment)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Which of a buyer's payments have a request that nobody has decided on. */
    public Set<UUID> undecided(List<UUID> payments, AccountId buyer) {
        return Set.copyOf(jdbc.sql("""
                select payment from payments.refund_request
                 where payment = any(:payments) and buyer = :buyer and state in ('WITH_CREATOR', 'WITH_FINANCE')""")
                .param("payments", payments.toArray(UUID[]::new), Types.ARRAY)
                .param("buyer", buyer.value())
                .query(UUID.class)
                .list());
    }

    /** The request, locked until the transaction ends. */
    Optional<RefundRequestRow> lock(UUID payment) {
        return jdbc.sql("select * from payments.refund_request where payment = ? for update")
                .param(payment)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Of a locked request. */
    void move(UUID payment, RefundRequestState to, Instant at) {
        jdbc.sql("""
                update payments.refund_request set state = :to, moved_at = :at,
                  with_finance_since = coalesce(with_finance_since, case when :to = 'WITH_FINANCE' then :at end)
                 where payment = :payment""")
                .param("to", to.name())
                .param("at", Columns.utc(at))
                .param("payment", payment)
                .update();
    }

    /** Of a locked request. */
    void keepCreatorsWords(UUID payment, byte[] words) {
        jdbc.sql("update payments.refund_request set creators_words = ? where payment = ?")
                .params(words, payment)
                .update();
    }

    /** Of a locked request. */
    void keepFinancesWords(UUID payment, AccountId by, byte[] words) {
        jdbc.sql("update payments.refund_request set finances_words = ?, financier = ? where payment = ?")
                .params(words, by.value(), payment)
                .update();
    }

    /**
     * Those that wait in a state, the longest waiting first.
     *
     * @param seller null for all
     */
    public List<RefundRequestRow> waiting(RefundRequestState state, @Nullable AccountId seller, int limit) {
        return jdbc.sql("""
                select * from payments.refund_request
                 where state = :state and (cast(:seller as uuid) is null or seller = cast(:seller as uuid))
                 order by coalesce(with_finance_since, moved_at), payment limit :limit""")
                .param("state", state.name())
                .param("seller", seller == null ? null : seller.value(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /**
     * How many finance staff have, a hundred at the most.
     *
     * @param before those that came to them before then are late
     */
    public RefundRequestCount countWithFinance(Instant before) {
        return jdbc.sql("""
                select count(*) as waiting, count(*) filter (where since < :before) as late from (
                  select coalesce(with_finance_since, moved_at) as since from payments.refund_request
                   where state = 'WITH_FINANCE' order by 1 limit 100) requests""")
                .param("before", Columns.utc(before))
                .query((row, number) -> new RefundRequestCount(row.getInt("waiting"), row.getInt("late")))
                .single();
    }

    /**
     * Payments whose creator has not answered in time. A request that was moved later than now was moved under a clock that was ahead, and
     * is due too.
     */
    List<UUID> overdueWithCreator(Instant movedBefore, Instant ahead, int limit) {
        return jdbc.sql("""
                select payment from payments.refund_request
                 where state = 'WITH_CREATOR' and (moved_at < ? or moved_at > ?) order by moved_at limit ?""")
                .params(Columns.utc(movedBefore), Columns.utc(ahead), limit)
                .query(UUID.class)
                .list();
    }

    private static RefundRequestRow row(ResultSet row) throws SQLException {
        UUID financier = row.getObject("financier", UUID.class);
        return new RefundRequestRow(
                row.getObject("payment", UUID.class),
                new AccountId(row.getObject("buyer", UUID.class)),
                new AccountId(row.getObject("seller", UUID.class)),
                RefundRequestState.valueOf(row.getString("state")),
                row.getBytes("reason"),
                row.getBytes("creators_words"),
                row.getBytes("finances_words"),
                financier == null ? null : new AccountId(financier),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "moved_at"),
                Columns.instantOrNull(row, "with_finance_since"));
    }
}
