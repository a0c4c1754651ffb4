package network.fanz.finance.payments.sandbox;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox vendor's books. */
@Component
@Profile("local")
class SandboxStore {
    private final JdbcClient jdbc;

    SandboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param card the token of a card to keep; null if none */
    record SandboxCheckoutRow(
            String session,
            UUID reference,
            Money amount,
            CheckoutProgress progress,
            @Nullable TestCard scenario,
            @Nullable String card,
            String returnUrl) {
        /** The same as it is or was there. */
        SandboxCheckoutRow withProgress(CheckoutProgress then) {
            return new SandboxCheckoutRow(session, reference, amount, then, scenario, card, returnUrl);
        }
    }

    /** @param outcome REFUNDED or REFUND_REFUSED */
    record SandboxRefundRow(UUID refund, String session, Money amount, CheckoutProgress outcome) {}

    record WebhookDelivery(long id, String body, int attempts) {}

    /**
     * Writes a new checkout. Like every commit of the vendor, this one does not wait for the disk. Vendor and payments share a database
     * server here, so a later commit of payments that relies on it takes it to the disk too.
     *
     * @return false if the reference has a checkout already
     */
    boolean insert(SandboxCheckoutRow row, @Nullable Instant resolvesAt, Instant at) {
        return jdbc.sql("""
                with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                insert into payments.sandbox_checkout
                  (session, reference, asset, amount, state, scenario, card, return_url, resolves_at, created_at)
                select :session, :reference, :asset, :amount, :state, :scenario, :card, :returnUrl, :resolvesAt, :at from relaxed
                on conflict do nothing""")
                        .param("session", row.session())
                        .param("reference", row.reference())
                        .param("asset", row.amount().asset().toString())
                        .param("amount", new BigDecimal(row.amount().units()))
                        .param("state", row.progress().name())
                        .param(
                                "scenario",
                                row.scenario() == null ? null : row.scenario().name(),
                                Types.VARCHAR)
                        .param("card", row.card(), Types.VARCHAR)
                        .param("returnUrl", row.returnUrl())
                        .param("resolvesAt", utc(resolvesAt), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** The answered checkout; empty if it is no longer in the state that it was read in. */
    Optional<SandboxCheckoutRow> recordAnswer(
            SandboxCheckoutRow from,
            CheckoutProgress to,
            TestCard testCard,
            @Nullable String card,
            @Nullable Instant resolvesAt) {
        return jdbc.sql("""
                with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                update payments.sandbox_checkout set state = :to, scenario = :scenario, card = coalesce(:card, card),
                  resolves_at = :resolvesAt
                  from relaxed
                 where session = :session and state = :from
                returning sandbox_checkout.*""")
                .param("to", to.name())
                .param("scenario", testCard.name())
                .param("card", card, Types.VARCHAR)
                .param("resolvesAt", utc(resolvesAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("session", from.session())
                .param("from", from.progress().name())
                .query((row, number) -> checkout(row))
                .optional();
    }

    /** The moved checkout; empty if it does not stand there, or is of another amount. */
    Optional<SandboxCheckoutRow> transition(
            String session, CheckoutProgress from, CheckoutProgress to, @Nullable Money amount) {
        return jdbc.sql("""
                with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                update payments.sandbox_checkout set state = :to
                  from relaxed
                 where session = :session and state = :from and amount = coalesce(:amount, amount)
                returning sandbox_checkout.*""")
                .param("to", to.name())
                .param("session", session)
                .param("from", from.name())
                .param("amount", amount == null ? null : new BigDecimal(amount.units()), Types.NUMERIC)
                .query((row, number) -> checkout(row))
                .optional();
    }

    Optional<SandboxCheckoutRow> find(String session) {
        return jdbc.sql("select * from payments.sandbox_checkout where session = ?")
                .param(session)
                .query((row, number) -> checkout(row))
                .optional();
    }

    /** The checkout, locked until the transaction ends. */
    Optional<SandboxCheckoutRow> lock(String session) {
        return jdbc.sql("select * from payments.sandbox_checkout where session = ? for update")
                .param(session)
                .query((row, number) -> checkout(row))
                .optional();
    }

    Optional<SandboxRefundRow> refund(UUID refund) {
        return jdbc.sql("select * from payments.sandbox_refund where refund = ?")
                .param(refund)
                .query((row, number) -> new SandboxRefundRow(
                        refund,
                        row.getString("session"),
                        money(row),
                        CheckoutProgress.valueOf(row.getString("outcome"))))
                .optional();
    }

    void insert(SandboxRefundRow refund, Instant at) {
        jdbc.sql("""
                insert into payments.sandbox_refund (refund, session, asset, amount, outcome, asked_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        refund.refund(),
                        refund.session(),
                        refund.amount().asset().toString(),
                        new BigDecimal(refund.amount().units()),
                        refund.outcome().name(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SandboxCheckoutRow> findByReference(UUID reference) {
        return jdbc.sql("select * from payments.sandbox_checkout where reference = ?")
                .param(reference)
                .query((row, number) -> checkout(row))
                .optional();
    }

    /** Those whose bank has made up its mind by now. */
    List<SandboxCheckoutRow> resolvable(Instant now) {
        return jdbc.sql("""
                select * from payments.sandbox_checkout where state = 'UNKNOWN' and resolves_at <= ? limit 100""")
                .param(utc(now))
                .query((row, number) -> checkout(row))
                .list();
    }

    void insertCard(CheckoutStatus.SavedCard card, TestCard testCard) {
        jdbc.sql("insert into payments.sandbox_card (token, scenario, brand, last4, expires) values (?, ?, ?, ?, ?)")
                .params(card.token(), testCard.name(), card.brand(), card.last4(), card.expires())
                .update();
    }

    Optional<TestCard> scenario(String token) {
        return jdbc.sql("select scenario from payments.sandbox_card where token = ?")
                .param(token)
                .query((row, number) -> TestCard.valueOf(row.getString(1)))
                .optional();
    }

    Optional<CheckoutStatus.SavedCard> card(String token) {
        return jdbc.sql("select token, brand, last4, expires from payments.sandbox_card where token = ?")
                .param(token)
                .query((row, number) -> new CheckoutStatus.SavedCard(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    long insertDelivery(String body, Instant dueAt) {
        return jdbc.sql("insert into payments.sandbox_delivery (body, due_at) values (?, ?) returning id")
                .params(body, dueAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Takes messages to send; each comes back later unless it is removed before. */
    List<WebhookDelivery> dueDeliveries(Instant now, Duration retryDelay) {
        return jdbc.sql("""
                update payments.sandbox_delivery set attempts = attempts + 1,
                  due_at = :now + :delay * interval '1 ms' * power(2, least(attempts, 8))
                 where id in (select id from payments.sandbox_delivery where due_at <= :now
                               order by due_at, id limit 50 for update skip locked)
                returning id, body, attempts""")
                .param("now", utc(now))
                .param("delay", retryDelay.toMillis())
                .query((row, number) ->
                        new WebhookDelivery(row.getLong("id"), row.getString("body"), row.getInt("attempts")))
                .list();
    }

    void removeDeliveries(List<Long> ids) {
        jdbc.sql("delete from payments.sandbox_delivery where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
    }

    private static SandboxCheckoutRow checkout(ResultSet row) throws SQLException {
        String scenario = row.getString("scenario");
        return new SandboxCheckoutRow(
                row.getString("session"),
                row.getObject("reference", UUID.class),
                money(row),
                CheckoutProgress.valueOf(row.getString("state")),
                scenario == null ? null : TestCard.valueOf(scenario),
                row.getString("card"),
                row.getString("return_url"));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(
                Asset.of(row.getString("asset")), row.getBigDecimal("amount").toBigIntegerExact());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
