package network.fanz.security.fraud;

import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assessments and the outcomes of their payments. */
@Component
class FraudStore {
    private static final TypeReference<List<RiskReason>> REASONS = new TypeReference<>() {};

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** More refused cards than this from one address make no difference. */
    private static final int NEARBY_MAX = 100;

    private static final int PAYERS_ROWS_MAX = 2000;

    private static final String HISTORY = """
            select pg_advisory_xact_lock(hashtextextended('fraud:' || ?, 0));
            with each as (
              select a.payment, a.counterparty, a.asset, a.amount, a.score, a.refusal, a.saved_card, a.assessed_at,
                     coalesce(bool_or(o.outcome = 'settled'), false) as settled,
                     coalesce(bool_or(o.outcome = 'declined'), false) as declined,
                     coalesce(bool_or(o.outcome = 'abandoned'), false) as abandoned,
                     coalesce(bool_or(o.outcome = 'refunded'), false) as refunded,
                     coalesce(bool_or(o.outcome = 'disputed'), false) as disputed
                from (select * from fraud.assessment
                       where account = ? and counted and assessed_at > ?
                       order by assessed_at desc limit ?) a
                left join fraud.outcome o using (payment)
               group by a.payment, a.counterparty, a.asset, a.amount, a.score, a.refusal, a.saved_card, a.assessed_at),
            own as (
              select *, settled and not refunded and not disputed as good,
                     settled or declined or abandoned as ended,
                     refusal is null and score < ? as let
                from each),
            nearby as (
              select count(*) as address_refused, count(*) filter (where refused.device = w.device) as device_refused
                from (select device from fraud.outcome
                       where outcome = 'declined' and address = ? and reported_at > ? limit ?) refused,
                     (select ?::text as device) w)
            select count(*) filter (where own.let and own.assessed_at > w.hour) as recent_payments,
                   coalesce(sum(own.amount) filter (where own.let and own.assessed_at > w.hour and own.asset = w.asset
                     and not own.declined and not own.abandoned), 0) as recent_amount,
                   count(*) filter (where own.let and own.assessed_at > w.hour and not own.ended and not own.saved_card)
                     as unfinished,
                   count(*) filter (where own.declined and not own.saved_card and own.assessed_at > w.day) as account_refused,
                   nearby.address_refused, nearby.device_refused,
                   count(*) filter (where own.good and own.asset = w.asset) as good_payments,
                   coalesce(sum(own.amount) filter (where own.good and own.asset = w.asset), 0) as good_amount,
                   coalesce(bool_or(own.good and own.assessed_at <= w.day), false) as good_history,
                   count(*) filter (where own.refunded) as refunded, count(*) filter (where own.disputed) as disputed,
                   coalesce(bool_or(own.good and own.counterparty = w.counterparty), false) as known_pair,
                   s.*
              from (select ?::timestamptz as hour, ?::timestamptz as day, ?::text as asset, ?::uuid as counterparty,
                           ?::uuid as payment) w
              cross join nearby
              left join own on true
              left join (select id, payment as stored_payment, score as stored_score, reasons, refusal as stored_refusal, rule_set,
                                assessed_at as stored_at from fraud.assessment) s on s.stored_payment = w.payment
             group by nearby.address_refused, nearby.device_refused, s.id, s.stored_payment, s.stored_score, s.reasons,
                      s.stored_refusal, s.rule_set, s.stored_at""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final JsonMapper json;

    FraudStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.json = json;
    }

    /** The payer's history, what happened nearby, and the stored assessment if the transaction already has one. */
    record PayerHistory(
            Optional<RiskAssessment> priorAssessment,
            int recentPayments,
            BigInteger recentAmount,
            int unfinishedPayments,
            int accountRefusedCards,
            int addressRefusedCards,
            int deviceRefusedCards,
            int goodPayments,
            BigInteger goodAmount,
            boolean goodHistory,
            int refundedPayments,
            int disputedPayments,
            boolean knownPair) {}

    /**
     * Reads a payer's history. It first locks the payer until the transaction ends, so that each of several concurrent payments counts the
     * earlier ones. Both statements travel in one round trip, and the second has its own snapshot.
     */
    PayerHistory history(RiskAssessmentRequest transaction, FraudSettings settings, Instant now) {
        return jdbc.execute(HISTORY, (PreparedStatement statement) -> {
            UUID account = transaction.account().value();
            statement.setString(1, account.toString());
            statement.setObject(2, account);
            statement.setObject(3, Columns.utc(now.minus(settings.historyWindow())));
            statement.setInt(4, settings.historyRowsMax());
            statement.setInt(5, RiskLevel.HIGH.from());
            statement.setString(6, transaction.origin().addressHash());
            statement.setObject(7, Columns.utc(now.minus(DAY)));
            statement.setInt(8, NEARBY_MAX);
            statement.setString(9, transaction.origin().agentHash());
            statement.setObject(10, Columns.utc(now.minus(HOUR)));
            statement.setObject(11, Columns.utc(now.minus(DAY)));
            statement.setString(12, transaction.amount().asset().toString());
            statement.setObject(13, transaction.counterparty().value());
            statement.setObject(14, transaction.payment());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return history(row);
            }
        });
    }

    /** How many accounts have a good payment of the last day from the address, of its newest payments. */
    int payersFrom(String address, Instant now) {
        return client.sql("""
                select count(distinct a.account)
                  from (select payment, account from fraud.assessment
                         where address = ? and counted and assessed_at > ? order by assessed_at desc limit ?) a
                  join fraud.outcome o on o.payment = a.payment and o.outcome = 'settled'
                 where not exists (select 1 from fraud.outcome bad
                                    where bad.payment = a.payment and bad.outcome in ('refunded', 'disputed'))""")
                .params(address, Columns.utc(now.minus(DAY)), PAYERS_ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    /** @return false if the transaction already had one */
    boolean insert(
            RiskAssessment assessment, RiskAssessmentRequest transaction, RiskFeatures riskFeatures, boolean counted) {
        return client.sql("""
                insert into fraud.assessment (id, payment, counted, account, counterparty, asset, amount, score, risk_level,
                  reasons, features, rule_set, assessed_at, address, device, saved_card, refusal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''))
                on conflict do nothing""")
                        .params(
                                assessment.id(),
                                transaction.payment(),
                                counted,
                                transaction.account().value(),
                                transaction.counterparty().value(),
                                transaction.amount().asset().toString(),
                                new java.math.BigDecimal(transaction.amount().units()),
                                assessment.score(),
                                assessment.riskLevel().toString(),
                                json.writeValueAsString(assessment.reasons()),
                                json.writeValueAsString(riskFeatures),
                                assessment.ruleSet(),
                                Columns.utc(assessment.at()),
                                transaction.origin().addressHash(),
                                transaction.origin().agentHash(),
                                transaction.savedCard(),
                                name(assessment.refusal()))
                        .update()
                == 1;
    }

    /** Of a card that was refused to an account without a good history, the outcome keeps where it was tried. */
    void insertOutcome(UUID payment, TransactionOutcome outcome, Instant at) {
        client.sql("""
                insert into fraud.outcome (payment, outcome, reported_at, address, device)
                select a.payment, w.outcome, w.at, case when w.stranger then a.address end, case when w.stranger then a.device end
                  from fraud.assessment a
                  cross join lateral (select ?::text as outcome, ?::timestamptz as at,
                    ? and not a.saved_card and (a.features ->> 'goodHistory') is distinct from 'true' as stranger) w
                 where a.payment = ?
                on conflict do nothing""")
                .params(
                        outcome.name().toLowerCase(Locale.ROOT),
                        Columns.utc(at),
                        outcome == TransactionOutcome.DECLINED,
                        payment)
                .update();
    }

    private static String name(@Nullable RiskRefusal refusal) {
        return refusal == null ? "" : refusal.name();
    }

    Optional<RiskAssessment> find(UUID payment) {
        return client.sql("""
                select id, payment as stored_payment, score as stored_score, reasons, refusal as stored_refusal, rule_set,
                       assessed_at as stored_at
                  from fraud.assessment where payment = ?""")
                .param(payment)
                .query((row, number) -> assessment(row))
                .optional();
    }

    private PayerHistory history(ResultSet row) throws SQLException {
        return new PayerHistory(
                row.getObject("id") == null ? Optional.empty() : Optional.of(assessment(row)),
                row.getInt("recent_payments"),
                row.getBigDecimal("recent_amount").toBigInteger(),
                row.getInt("unfinished"),
                row.getInt("account_refused"),
                row.getInt("address_refused"),
                row.getInt("device_refused"),
                row.getInt("good_payments"),
                row.getBigDecimal("good_amount").toBigInteger(),
                row.getBoolean("good_history"),
                row.getInt("refunded"),
                row.getInt("disputed"),
                row.getBoolean("known_pair"));
    }

    private RiskAssessment assessment(ResultSet row) throws SQLException {
        int score = row.getInt("stored_score");
        UUID payment = row.getObject("stored_payment", UUID.class);
        String refusal = row.getString("stored_refusal");
        return new RiskAssessment(
                row.getObject("id", UUID.class),
                payment,
                score,
                RiskLevel.of(score),
                Fraud.eventId(payment),
                json.readValue(row.getString("reasons"), REASONS),
                refusal == null ? null : RiskRefusal.valueOf(refusal),
                row.getString("rule_set"),
                Columns.instant(row, "stored_at"));
    }
}
