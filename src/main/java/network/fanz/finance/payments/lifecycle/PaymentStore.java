package network.fanz.finance.payments.lifecycle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.finance.currency.CountedInCurrency;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments and the changes of their states. Each write is one statement, so it costs one round trip. */
@Component
public class PaymentStore implements CountedInCurrency {
    /** A saved card is charged without its owner doing anything more, so from the beginning the bank may have been asked. */
    private static final String UNANSWERED = """
            (state in ('UNKNOWN', 'AUTHORISED')
              or (method is not null and (state = 'CREATED' or (state = 'AUTHORISING' and next_url is null))))""";

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a new payment, moved by its buyer.
     *
     * @param unlessUnanswered what no earlier payment of the buyer may be unanswered for, under {@link #lock}; null to look at none
     * @return false if there is a payment of this id, if the saved card is not the buyer's or has been removed, or if one is unanswered
     */
    boolean insert(PaymentRow payment, @Nullable UUID unlessUnanswered, Instant nextAttemptAt) {
        return jdbc.sql("""
                with made as (
                  insert into payments.payment (id, buyer, seller, kind, item, asset, price, fee, share, fee_version, state,
                    version, provider, method, platform, created_at, updated_at, next_attempt_at)
                  select :id, :buyer, :seller, :kind, :item::uuid, :asset, :price, :fee, :share, :feeVersion, 'CREATED',
                    1, :provider, :method::uuid, :platform, :at, :at, :nextAttemptAt
                   where (:method::uuid is null or exists (
                       select from payments.method where id = :method::uuid and account = :buyer and removed_at is null))
                     and (:unlessUnanswered::uuid is null or not exists (
                       select from payments.payment
                        where buyer = :buyer and item = :unlessUnanswered::uuid and id <> :id and\s""" + UNANSWERED + """
                     ))
                  on conflict do nothing
                  returning id)
                insert into payments.transition (payment, version, from_state, to_state, cause, moved_at, moved_by, account)
                select id, 1, null, 'CREATED', 'created', :at, 'caller', :buyer from made""")
                        .param("id", payment.id())
                        .param("buyer", payment.buyer().value())
                        .param("seller", payment.seller().value())
                        .param("kind", payment.kind().code())
                        .param("item", text(payment.item()), Types.VARCHAR)
                        .param("asset", payment.price().asset().toString())
                        .param("price", new BigDecimal(payment.price().units()))
                        .param("fee", new BigDecimal(payment.fee().units()))
                        .param("share", new BigDecimal(payment.share().units()))
                        .param("feeVersion", payment.feeVersion())
                        .param("provider", payment.provider())
                        .param("method", text(payment.method()), Types.VARCHAR)
                        .param("unlessUnanswered", text(unlessUnanswered), Types.VARCHAR)
                        .param("platform", payment.platform())
                        .param("at", utc(payment.createdAt()))
                        .param("nextAttemptAt", utc(nextAttemptAt))
                        .update()
                == 1;
    }

    /**
     * Makes changes of state that {@link PaymentTransitions} knows, one after the other: all of them or none. A refund begins only while
     * nothing was taken back; the payment's row is locked for that, as it is by {@link #markTakenBack}.
     *
     * @param path at least one
     * @return the payment after the last; empty if it has been moved since it was read, or if a refund may not begin any more
     */
    Optional<PaymentRow> transition(PaymentRow from, Instant at, Mover mover, List<StateChange> path) {
        List<String> states = new ArrayList<>(List.of(from.state().name()));
        List<String> causes = new ArrayList<>();
        PaymentRow after = from;
        for (StateChange change : path) {
            causes.add(PaymentTransitions.of(after.state(), change).code());
            states.add(change.target().name());
            after = after.apply(change, at);
        }
        int moved = jdbc.sql("""
                with moved as (
                  update payments.payment set state = :state, version = :newVersion, reason = :reason, session = :session,
                    next_url = :nextUrl, posted_at = :postedAt::timestamptz, reversed_at = :reversedAt::timestamptz,
                    refunds = :refunds, updated_at = :at, next_attempt_at = :nextAttemptAt::timestamptz, attempts = 0
                   where id = :id and version = :version and (taken_back is null or :state <> 'REFUNDING')
                  returning id)
                insert into payments.transition
                  (payment, version, from_state, to_state, cause, moved_at, moved_by, account, message, reason)
                select moved.id, :version + step.number, step.from_state, step.to_state, step.cause, :at,
                       :movedBy, :account::uuid, :message,
                       case when :version + step.number = :newVersion then :reason end
                  from moved, unnest(:from, :to, :causes) with ordinality as step (from_state, to_state, cause, number)""")
                .param("id", from.id())
                .param("version", from.version())
                .param("newVersion", after.version())
                .param("from", states.subList(0, path.size()).toArray(String[]::new))
                .param("to", states.subList(1, path.size() + 1).toArray(String[]::new))
                .param("causes", causes.toArray(String[]::new))
                .param("state", after.state().name())
                .param("reason", after.reason(), Types.VARCHAR)
                .param("session", after.session(), Types.VARCHAR)
                .param("nextUrl", after.nextUrl(), Types.VARCHAR)
                .param("postedAt", text(after.postedAt()), Types.VARCHAR)
                .param("reversedAt", text(after.reversedAt()), Types.VARCHAR)
                .param("refunds", after.refundCount())
                .param("at", utc(at))
                .param("nextAttemptAt", text(path.getLast().nextAttemptAt()), Types.VARCHAR)
                .param("movedBy", mover.kind().code())
                .param("account", text(mover.account()), Types.VARCHAR)
                .param("message", mover.message(), Types.VARCHAR)
                .update();
        return moved == path.size() ? Optional.of(after) : Optional.empty();
    }

    /**
     * Writes down how a payment's money goes back without us, and keeps the payment locked until the transaction ends. So a refund has
     * begun before this, and the answer says so, or never begins. A dispute outweighs what else was said.
     *
     * @return where the payment stands
     */
    PaymentState markTakenBack(UUID id, TakenBack how) {
        return jdbc.sql("""
                update payments.payment set taken_back = case taken_back when 'DISPUTED' then taken_back else :how end
                 where id = :id returning state""")
                .param("id", id)
                .param("how", how.name())
                .query((row, number) -> PaymentState.valueOf(row.getString("state")))
                .single();
    }

    /** The first and the last payment: at each start their currency was that of all. */
    @Override
    public Optional<String> contradiction(Asset currency) {
        return jdbc.sql("""
                select distinct asset from (
                  (select asset from payments.payment order by created_at, id limit 1) union all
                  (select asset from payments.payment order by created_at desc, id desc limit 1)) ends
                 where asset <> :currency limit 1""")
                .param("currency", currency.toString())
                .query((row, number) -> "payments in " + row.getString("asset"))
                .optional();
    }

    /** A buyer's payments for one thing are made one after the other until the transaction ends. */
    void lock(AccountId buyer, UUID item) {
        jdbc.sql("select pg_advisory_xact_lock(80, hashtext(?))")
                .param("payments.payment:" + buyer + ":" + item)
                .query((row, number) -> number)
                .single();
    }

    /** Whether there is a buyer's payment for something that a bank may already have paid, and has not said so. */
    boolean isUnanswered(AccountId buyer, UUID item, UUID apartFrom) {
        return jdbc.sql("select exists (select from payments.payment where buyer = ? and item = ? and id <> ? and "
                        + UNANSWERED + ")")
                .params(buyer.value(), item, apartFrom)
                .query(Boolean.class)
                .single();
    }

    /** Whether a buyer has paid for a work by another payment, and the money has not gone back or begun to. */
    boolean isPaidFor(AccountId buyer, UUID item, UUID apartFrom) {
        return jdbc.sql("""
                select exists (select from payments.payment where buyer = ? and item = ? and id <> ? and kind = 'ppv'
                  and state in ('POSTED', 'SETTLED', 'REFUND_REFUSED') and taken_back is null)""")
                .params(buyer.value(), item, apartFrom)
                .query(Boolean.class)
                .single();
    }

    public Optional<PaymentRow> find(UUID id) {
        return jdbc.sql("select * from payments.payment where id = ?")
                .param(id)
                .query((row, number) -> payment(row))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param last what the page before ended with; null for the first page
     */
    public List<PaymentRow> ofBuyer(AccountId buyer, @Nullable Period period, @Nullable PaymentCursor last, int limit) {
        String within = period == null ? "" : "and created_at >= :from and created_at < :to";
        String afterLast = last == null ? "" : " and (created_at, id) < (:at, :id)";
        JdbcClient.StatementSpec spec = jdbc.sql("select * from payments.payment where buyer = :buyer " + within
                        + afterLast + " order by created_at desc, id desc limit :max")
                .param("buyer", buyer.value())
                .param("max", limit);
        if (last != null) {
            spec = spec.param("at", utc(last.at())).param("id", last.id());
        }
        if (period != null) {
            spec = spec.param("from", utc(period.from())).param("to", utc(period.to()));
        }
        return spec.query((row, number) -> payment(row)).list();
    }

    /**
     * What a creator was paid, also what went back; the latest first.
     *
     * @param last what the page before ended with, by when it was booked; null for the first page
     */
    public List<PaymentRow> ofSeller(AccountId seller, @Nullable PaymentCursor last, int limit) {
        String afterLast = last == null ? "" : " and (posted_at, id) < (:at, :id)";
        JdbcClient.StatementSpec spec = jdbc.sql(
                        "select * from payments.payment where seller = :seller and posted_at is not null" + afterLast
                                + " order by posted_at desc, id desc limit :max")
                .param("seller", seller.value())
                .param("max", limit);
        if (last != null) {
            spec = spec.param("at", utc(last.at())).param("id", last.id());
        }
        return spec.query((row, number) -> payment(row)).list();
    }

    /** A payment's place in the list of all. */
    public record PaymentCursor(Instant at, UUID id) {}

    public List<PaymentRow> findAll(List<UUID> ids) {
        return jdbc.sql("select * from payments.payment where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> payment(row))
                .list();
    }

    /**
     * Takes payments that were left half-way. Each is due again after a delay, which doubles with every attempt: so two nodes do not take
     * the same payment, and a node that dies with a payment leaves it to the next attempt. A payment that is due later than any delay was
     * put off under a clock that was ahead, and is due now.
     */
    List<PaymentRow> takeDue(Instant now, int limit, Duration delay, Duration delayMax) {
        return jdbc.sql("""
                update payments.payment set attempts = attempts + 1,
                  next_attempt_at = :now + least(:delay * interval '1 ms' * power(2, least(attempts, 20)), :delayMax * interval '1 ms')
                 where id in (
                   select id from payments.payment where next_attempt_at <= :now
                      or next_attempt_at > :now + (:delayMax + 5000) * interval '1 ms'
                    order by next_attempt_at limit :limit for update skip locked)
                returning *""")
                .param("now", utc(now))
                .param("limit", limit)
                .param("delay", delay.toMillis())
                .param("delayMax", delayMax.toMillis())
                .query((row, number) -> payment(row))
                .list();
    }

    /** Takes a payment off the job's list. It does nothing if the payment has been moved since it was read. */
    void clearNextAttempt(PaymentRow payment) {
        jdbc.sql("update payments.payment set next_attempt_at = null where id = ? and version = ?")
                .params(payment.id(), payment.version())
                .update();
    }

    /**
     * Remembers a provider's message, so that it counts once. The commit does not wait for the disk. A change of state that follows from
     * the message waits for the disk itself, and takes this commit with it. If the machine fails before that, the message is lost and
     * nothing has moved: the job then asks the provider about the payment.
     *
     * @return false if the message came before
     */
    boolean insertWebhook(String provider, String eventId, UUID payment, String progress, Instant at) {
        return jdbc.sql("""
                with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                insert into payments.webhook (provider, event_id, payment, progress, received_at)
                select ?, ?, ?, ?, ? from relaxed
                on conflict do nothing""")
                        .params(provider, eventId, payment, progress, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static PaymentRow payment(ResultSet row) throws SQLException {
        Asset asset = Asset.of(row.getString("asset"));
        return new PaymentRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("buyer", UUID.class)),
                new AccountId(row.getObject("seller", UUID.class)),
                PaymentKind.of(row.getString("kind")),
                row.getObject("item", UUID.class),
                money(asset, row, "price"),
                money(asset, row, "fee"),
                money(asset, row, "share"),
                row.getInt("fee_version"),
                PaymentState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("reason"),
                row.getString("provider"),
                row.getObject("method", UUID.class),
                row.getString("session"),
                row.getString("next_url"),
                row.getString("platform"),
                row.getInt("refunds"),
                row.getInt("attempts"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "updated_at").orElseThrow(),
                instant(row, "posted_at").orElse(null),
                instant(row, "reversed_at").orElse(null),
                takenBack(row));
    }

    private static @Nullable TakenBack takenBack(ResultSet row) throws SQLException {
        String how = row.getString("taken_back");
        return how == null ? null : TakenBack.valueOf(how);
    }

    private static Money money(Asset asset, ResultSet row, String column) throws SQLException {
        return new Money(asset, row.getBigDecimal(column).toBigIntegerExact());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * A value that may be missing, as text. With its own type the driver would send a missing value as another type than a present one,
     * and the server would plan the statement anew each time.
     */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
