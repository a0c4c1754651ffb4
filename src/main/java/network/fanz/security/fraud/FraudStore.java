package network.fanz.security.fraud;

import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assessments and the outcomes of their payments. */
@Component
class FraudStore {
    private static final TypeReference<List<RiskReason>> REASONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final JsonMapper json;

    FraudStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.json = json;
    }

    /** The payer's history, and the stored assessment if the transaction already has one. */
    record PayerHistory(
            Optional<RiskAssessment> priorAssessment,
            int recentPayments,
            BigInteger recentAmount,
            int recentDeclines,
            int settledPayments,
            BigInteger settledAmount,
            boolean knownPair) {}

    /**
     * Reads a payer's history. It first locks the payer until the transaction ends, so that each of several concurrent payments counts the
     * earlier ones. Both statements travel in one round trip, and the second has its own snapshot.
     */
    PayerHistory history(RiskAssessmentRequest transaction, FraudSettings settings, Instant now) {
        String sql = """
                select pg_advisory_xact_lock(hashtextextended('fraud:' || ?, 0));
                with own as (
                  select a.payment, a.counterparty, a.asset, a.amount, a.score, a.assessed_at,
                         coalesce(bool_or(o.outcome = 'settled'), false) as settled,
                         coalesce(bool_or(o.outcome = 'declined'), false) as declined,
                         coalesce(bool_or(o.outcome = 'abandoned'), false) as abandoned
                    from (select * from fraud.assessment
                           where account = ? and counted and assessed_at > ?
                           order by assessed_at desc limit ?) a
                    left join fraud.outcome o using (payment)
                   group by a.payment, a.counterparty, a.asset, a.amount, a.score, a.assessed_at)
                select count(*) filter (where own.assessed_at > w.since) as recent_payments,
                       coalesce(sum(own.amount) filter (where own.assessed_at > w.since and own.asset = w.asset
                         and own.score < ? and not own.declined and not own.abandoned), 0) as recent_amount,
                       count(*) filter (where own.assessed_at > w.since and own.declined) as recent_declines,
                       count(*) filter (where own.settled and own.asset = w.asset) as settled_payments,
                       coalesce(sum(own.amount) filter (where own.settled and own.asset = w.asset), 0) as settled_amount,
                       coalesce(bool_or(own.settled and own.counterparty = w.counterparty), false) as known_pair,
                       s.*
                  from (select ?::timestamptz as since, ?::text as asset, ?::uuid as counterparty, ?::uuid as payment) w
                  left join own on true
                  left join (select id, payment as stored_payment, score as stored_score, reasons, rule_set,
                                    assessed_at as stored_at from fraud.assessment) s on s.stored_payment = w.payment
                 group by s.id, s.stored_payment, s.stored_score, s.reasons, s.rule_set, s.stored_at""";
        return jdbc.execute(sql, (PreparedStatement statement) -> {
            UUID account = transaction.account().value();
            statement.setString(1, account.toString());
            statement.setObject(2, account);
            statement.setObject(3, Columns.utc(now.minus(settings.historyWindow())));
            statement.setInt(4, settings.historyRowsMax());
            statement.setInt(5, RiskLevel.HIGH.from());
            statement.setObject(6, Columns.utc(now.minus(settings.velocityWindow())));
            statement.setString(7, transaction.amount().asset().toString());
            statement.setObject(8, transaction.counterparty().value());
            statement.setObject(9, transaction.payment());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return history(row);
            }
        });
    }

    /** @return false if the transaction already had one */
    boolean insert(
            RiskAssessment assessment, RiskAssessmentRequest transaction, RiskFeatures riskFeatures, boolean counted) {
        return client.sql("""
                insert into fraud.assessment (id, payment, counted, account, counterparty, asset, amount, score, risk_level,
                  reasons, features, rule_set, assessed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
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
                                Columns.utc(assessment.at()))
                        .update()
                == 1;
    }

    void insertOutcome(UUID payment, TransactionOutcome outcome, Instant at) {
        client.sql("""
                insert into fraud.outcome (payment, outcome, reported_at)
                select payment, ?, ? from fraud.assessment where payment = ?
                on conflict do nothing""")
                .params(outcome.name().toLowerCase(Locale.ROOT), Columns.utc(at), payment)
                .update();
    }

    Optional<RiskAssessment> find(UUID payment) {
        return client.sql("""
                select id, payment as stored_payment, score as stored_score, reasons, rule_set, assessed_at as stored_at
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
                row.getInt("recent_declines"),
                row.getInt("settled_payments"),
                row.getBigDecimal("settled_amount").toBigInteger(),
                row.getBoolean("known_pair"));
    }

    private RiskAssessment assessment(ResultSet row) throws SQLException {
        int score = row.getInt("stored_score");
        UUID payment = row.getObject("stored_payment", UUID.class);
        return new RiskAssessment(
                row.getObject("id", UUID.class),
                payment,
                score,
                RiskLevel.of(score),
                Fraud.eventId(payment),
                json.readValue(row.getString("reasons"), REASONS),
                row.getString("rule_set"),
                Columns.instant(row, "stored_at"));
    }
}
